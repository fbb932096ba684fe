// Brings a comment to the API, with the access token of whoever has signed in.

const API = "https://{{ api_domain }}";
const status = document.getElementById("status");

const send = async (comment) => {
  const tokens = JSON.parse(localStorage.getItem("jwt"));
  if (!tokens) throw new Error("please log in first");
  const response = await fetch(`${API}/comments`, {
    method: "POST",
    headers: {
      Authorization: tokens.access_token,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ comment }),
  });
  if (response.status === 401) throw new Error("please log in again");
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
};

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const comment = form.elements.comment.value.trim();
  if (!comment) return;
  status.textContent = "One moment …";
  try {
    await send(comment);
    form.reset();
    status.textContent = "Thank you. It is saved.";
  } catch (error) {
    status.textContent = `It was not saved: ${error.message}.`;
  }
});
