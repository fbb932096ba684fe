// Shows the links that fit, and makes each log-in safe against strangers.

// auth-callback.js keeps the tokens under this name when somebody has signed in.
const isSignedIn = localStorage.getItem("jwt") !== null;
for (const link of document.querySelectorAll("[data-shown]")) {
  link.hidden = (link.dataset.shown === "signed-in") !== isSignedIn;
}

// 32 random bytes, in letters that an address may hold.
function random() {
  return inLetters(crypto.getRandomValues(new Uint8Array(32)));
}

function inLetters(bytes) {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// Only the page that began a log-in can end it. `state` comes back with the
// code, and shows that nobody else's code was slipped in. The verifier stays
// here until the code is exchanged, so that a stolen code is worth nothing
// (PKCE); Cognito gets its hash alone.
async function begin(address) {
  const [state, verifier] = [random(), random()];
  const bytes = new TextEncoder().encode(verifier);
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  sessionStorage.setItem("signIn", JSON.stringify({ state, verifier }));
  address.searchParams.set("state", state);
  address.searchParams.set("code_challenge_method", "S256");
  address.searchParams.set("code_challenge", inLetters(hash));
  location.assign(address);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-shown='signed-out']");
  if (!link) return;
  event.preventDefault();
  begin(new URL(link.href));
});
