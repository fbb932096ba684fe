// Has the API change the visitor's name.

const api = "https://{{ api_domain }}";
const status = document.getElementById("status");

// The token says whose name it is, so the body need not: what stands there
// could be anybody's.
async function change(name) {
  const tokens = JSON.parse(localStorage.getItem("jwt"));
  const response = await fetch(`${api}/account/info`, {
    method: "PUT",
    headers: {
      Authorization: tokens.access_token,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ given_name: name }),
  });
  if (response.status === 401) throw new Error("please log in again");
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const name = event.target.elements.given_name.value.trim();
  status.textContent = "One moment …";
  try {
    await change(name);
    localStorage.setItem("userFirstName", name);
    document.getElementById("name").textContent = name;
    status.textContent = "Your name is changed.";
  } catch (error) {
    status.textContent = `Your name is as it was: ${error.message}.`;
  }
});
