// Has the API change the visitor's name and phone number.

const api = "https://{{ api_domain }}";
const status = document.getElementById("status");

// The token says whose name it is, so the body need not: what stands there
// could be anybody's.
async function change(name, phone) {
  const tokens = JSON.parse(localStorage.getItem("jwt"));
  const response = await fetch(`${api}/account/info`, {
    method: "PUT",
    headers: {
      Authorization: tokens.access_token,
      "Content-Type": "application/json",
    },
    // A number that nobody entered is left out: an empty one would delete it.
    body: JSON.stringify({ given_name: name, phone_number: phone || undefined }),
  });
  if (response.status === 401) throw new Error("please log in again");
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = event.target.elements;
  const name = fields.given_name.value.trim();
  const phone = fields.phone_number.value.trim();
  status.textContent = "One moment …";
  try {
    await change(name, phone);
    localStorage.setItem("userFirstName", name);
    document.getElementById("name").textContent = name;
    status.textContent = "It is saved.";
  } catch (error) {
    status.textContent = `Nothing was changed: ${error.message}.`;
  }
});
