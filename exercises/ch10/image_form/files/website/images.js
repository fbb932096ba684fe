// Brings an image to the API, and shows what is seen in it.

const API = "https://{{ api_domain }}";
const LARGEST = 4_000_000; // bytes: in a request, an image is a third larger
const status = document.getElementById("status");

const answer = async (response) => {
  if (response.status === 401) throw new Error("please log in again");
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
};

// The text after the comma of a data address is the image in Base64.
const inBase64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1]);
    reader.onerror = () => reject(new Error("the file cannot be read"));
    reader.readAsDataURL(file);
  });

const upload = async (image) => {
  const tokens = JSON.parse(localStorage.getItem("jwt"));
  if (!tokens) throw new Error("please log in first");
  const response = await fetch(`${API}/images`, {
    method: "POST",
    headers: {
      Authorization: tokens.access_token,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ image }),
  });
  return answer(response);
};

const seen = async (id) => {
  const tokens = JSON.parse(localStorage.getItem("jwt"));
  const response = await fetch(`${API}/labels?id=${encodeURIComponent(id)}`, {
    headers: { Authorization: tokens.access_token },
  });
  return answer(response);
};

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [file] = event.target.elements.image.files;
  if (!file) return;
  status.textContent = "One moment …";
  try {
    if (file.size > LARGEST) throw new Error("it is larger than 4 MB");
    const { id } = await upload(await inBase64(file));
    const { labels } = await seen(id);
    status.textContent = labels.join(", ") || "Nothing was recognized.";
  } catch (error) {
    status.textContent = `Nothing was seen: ${error.message}.`;
  }
});
