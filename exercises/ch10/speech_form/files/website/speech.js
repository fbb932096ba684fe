// Brings a text to the API, asks until it is spoken, and plays it.

const API = "https://{{ api_domain }}";
const MOMENT = 2000; // milliseconds between two questions
const MOST = 15; // questions
const status = document.getElementById("status");

const answer = async (response) => {
  if (response.status === 401) throw new Error("please log in again");
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
};

const order = async (text) => {
  const tokens = JSON.parse(localStorage.getItem("jwt"));
  if (!tokens) throw new Error("please log in first");
  const response = await fetch(`${API}/speech`, {
    method: "POST",
    headers: {
      Authorization: tokens.access_token,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ text }),
  });
  return answer(response);
};

const spoken = async (id) => {
  const tokens = JSON.parse(localStorage.getItem("jwt"));
  for (let times = 0; times < MOST; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, MOMENT));
    const response = await fetch(`${API}/speech?id=${encodeURIComponent(id)}`, {
      headers: { Authorization: tokens.access_token },
    });
    const found = await answer(response);
    if (found.url) return found.url;
  }
  throw new Error("it takes too long");
};

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = event.target.elements.text.value.trim();
  if (!text) return;
  status.textContent = "One moment …";
  try {
    const { id } = await order(text);
    document.querySelector("audio").src = await spoken(id);
    status.textContent = "Here it is.";
  } catch (error) {
    status.textContent = `Nothing was spoken: ${error.message}.`;
  }
});
