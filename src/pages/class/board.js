// Puts what has changed into the board. In a table in which somebody is, by keyboard or pointer, the rows stay in their order
// and new ones come last; "Pause" holds everything, on the other pages of the learners, too.
const QUIET = 10000; // so many milliseconds are between two things that a screen reader is told
const board = document.getElementById("board");
const live = document.getElementById("live");
const pause = document.getElementById("pause");
let newest = null;
let paused = sessionStorage.getItem("paused") === "yes";
let held = false; // whether rows stand in another order than they should
let told = 0;
let telling = 0;

function tell(text) {
  clearTimeout(telling);
  const say = () => {
    told = Date.now();
    live.textContent = text;
  };
  telling = setTimeout(say, Math.max(0, told + QUIET - Date.now()));
}

// Whether what is shown is how things are.
function state(changed) {
  if (board.querySelector("#trouble")) return "Not up to date: the top of the board says why.";
  return changed ? "Live. Changed at " + new Date().toLocaleTimeString() + "." : "Live.";
}

// What the board says apart from how long ago it was.
function words(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll(".ago").forEach((one) => one.remove());
  return copy.textContent.trim();
}

function same(part, one) {
  return one && one.id ? part.querySelector("#" + CSS.escape(one.id)) : null;
}

function keepOrder(rows, others) {
  const order = new Map([...rows.rows].map((row, at) => [row.id, at]));
  const place = (row) => order.get(row.id) ?? order.size;
  others.append(...[...others.rows].sort((one, other) => place(one) - place(other)));
}

function show() {
  if (newest === null || paused) return;
  const fresh = document.createElement("main");
  fresh.innerHTML = newest;
  if (words(fresh) === words(board)) {
    // Time has passed and nothing else: nobody who reads or clicks is to notice.
    const now = fresh.querySelectorAll(".ago");
    board.querySelectorAll(".ago").forEach((one, at) => { one.textContent = now[at].textContent; });
    return;
  }
  const focused = board.contains(document.activeElement) ? document.activeElement : null;
  held = false;
  for (const rows of board.querySelectorAll("tbody")) {
    const isIn = rows.matches(":hover") || rows.contains(focused) || (focused && focused.contains(rows));
    const others = isIn && same(fresh, rows);
    if (!others) continue;
    keepOrder(rows, others);
    held = true;
  }
  for (const one of board.querySelectorAll("details[open]")) {
    const again = same(fresh, one);
    if (again) again.open = true;
  }
  const scrolled = [...board.querySelectorAll(".wide")].map((one) => [one, one.scrollLeft]);
  board.replaceChildren(...fresh.childNodes);
  for (const [one, left] of scrolled) {
    const again = same(board, one);
    if (again) again.scrollLeft = left;
  }
  // Where the focus was may be gone; then it is at the heading above, and not at the top of the page.
  if (focused) (same(board, focused) || document.getElementById("stuck")).focus({ preventScroll: true });
  tell(state(true));
}

function sortAgain() {
  setTimeout(() => held && show());
}

function showPaused() {
  pause.textContent = paused ? "Go on" : "Pause";
  tell(paused ? "Paused. What comes in is shown when you go on." : state(false));
}

const events = new EventSource("events" + location.search);
events.onmessage = (event) => {
  newest = event.data;
  show();
};
events.onopen = () => showPaused();
events.onerror = () => tell("Not live: the board has ended, or cannot be reached.");
pause.onclick = () => {
  paused = !paused;
  sessionStorage.setItem("paused", paused ? "yes" : "no");
  showPaused();
  show();
};
pause.hidden = false;
board.addEventListener("focusout", sortAgain);
board.addEventListener("mouseleave", sortAgain);
