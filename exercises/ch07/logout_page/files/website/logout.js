// Forgets the tokens, and has Cognito revoke them.

const auth = "https://{{ auth_domain }}";
const client = "CLIENT_ID";

const kept = localStorage.getItem("jwt");
localStorage.removeItem("jwt");
localStorage.removeItem("userFirstName");

// A copy of the refresh token is worth nothing afterwards, and neither are
// the tokens that came of it, wherever they went.
async function revoke(token) {
  const response = await fetch(`${auth}/oauth2/revoke`, {
    method: "POST",
    body: new URLSearchParams({ token, client_id: client }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

const status = document.getElementById("status");
const done = "This browser has forgotten who you are.";
try {
  if (kept !== null) await revoke(JSON.parse(kept).refresh_token);
  status.textContent = done;
} catch (error) {
  const why = `Cognito did not revoke your tokens: ${error.message}.`;
  status.textContent = `${done} ${why}`;
}
