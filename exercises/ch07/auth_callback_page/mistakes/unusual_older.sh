# The script stands in the page, and asks in the older way.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A script may stand in the page, and ask in the older way.
# finding: holds | exchanges
# finding: holds | verifier
client=$(app_client "$(user_pool)")
aws s3 cp - s3://{{ website_bucket }}/auth-callback.html \
  --content-type text/html <<PAGE
<title>Signing in</title><meta name="client" content="$client">
<script>
var begun = JSON.parse(sessionStorage.getItem("signIn"));
var form = new URLSearchParams(location.search);
form.set("grant_type", "authorization_code");
form.set("client_id", document.querySelector("meta").content);
form.set("redirect_uri", "https://{{ domain }}/auth-callback.html");
form.set("code_verifier", begun.verifier);
var request = new XMLHttpRequest();
request.open("post", "//{{ auth_domain }}/oauth2/token");
request.setRequestHeader("content-type",
  "application/x-www-form-urlencoded;charset=UTF-8");
request.onload = function () {
  window.localStorage.setItem("jwt", request.responseText);
  location.href = "/account/index.html";
};
request.send(form);
</script>
PAGE
