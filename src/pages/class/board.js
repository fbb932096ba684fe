// Puts what has changed into the board; who reads with the keyboard or has a row open stays there.
const board = document.getElementById("board");
const live = document.getElementById("live");
const events = new EventSource("events");
events.onmessage = (event) => {
  if (event.data === board.innerHTML) return;
  const focused = document.activeElement ? document.activeElement.id : "";
  const open = [...board.querySelectorAll("details[open]")].map((one) => one.id);
  board.innerHTML = event.data;
  for (const id of open) {
    const one = document.getElementById(id);
    if (one) one.open = true;
  }
  const again = focused && document.getElementById(focused);
  if (again) again.focus({ preventScroll: true });
  live.textContent = "Updated at " + new Date().toLocaleTimeString();
};
events.onerror = () => {
  live.textContent = "Not live: the board has ended, or cannot be reached.";
};
