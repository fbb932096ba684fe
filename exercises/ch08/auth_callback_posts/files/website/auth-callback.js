// Exchanges the code that came with the address for tokens, keeps them, and
// tells the API that somebody came back.

const auth = "https://{{ auth_domain }}";
const api = "https://{{ api_domain }}";
const client = "CLIENT_ID";

// What sign-in.js kept when the log-in began; it is good for one time.
const begun = JSON.parse(sessionStorage.getItem("signIn") ?? "{}");
sessionStorage.removeItem("signIn");

// The code shall not stay in the address, nor in the history.
const query = new URLSearchParams(location.search);
history.replaceState(null, "", location.pathname);

// Only the browser that began the log-in may end it, with its own code.
function code() {
  if (query.has("error")) throw new Error("Cognito did not sign you in");
  if (!begun.state || begun.state !== query.get("state")) {
    throw new Error("this log-in was not begun on this website");
  }
  return query.get("code");
}

async function exchange() {
  const response = await fetch(`${auth}/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: client,
      redirect_uri: "https://{{ domain }}/auth-callback.html",
      code: code(),
      code_verifier: begun.verifier,
    }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

async function firstName(token) {
  const response = await fetch(`${auth}/oauth2/userInfo`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const user = response.ok ? await response.json() : {};
  return user.given_name ?? "";
}

// Whoever signs in need not suffer if this fails.
async function record(token) {
  try {
    await fetch(`${api}/analytics/auth-callback`, {
      method: "POST",
      headers: { Authorization: token },
    });
  } catch (error) {
    console.warn(`This sign-in is not written down: ${error.message}`);
  }
}

try {
  const tokens = await exchange();
  localStorage.setItem("jwt", JSON.stringify(tokens));
  // Leaving the page would break the request off.
  await record(tokens.access_token);
  const name = await firstName(tokens.access_token);
  localStorage.setItem("userFirstName", name);
  location.replace("account/index.html");
} catch (error) {
  const status = document.getElementById("status");
  status.textContent = `You are not signed in: ${error.message}.`;
}
