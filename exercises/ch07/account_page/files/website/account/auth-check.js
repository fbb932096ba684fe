// Leads whoever has not signed in to the home page, and greets the others.
//
// This is a courtesy, and no protection: whoever opens a page can change it.
// What is worth protecting comes from the API, which asks for the token.

if (localStorage.getItem("jwt") === null) {
  location.replace("../index.html");
} else {
  const name = localStorage.getItem("userFirstName");
  if (name) document.getElementById("name").textContent = name;
}
