# As in the book: the form is a text, the address is the page's own, and nothing is hashed.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A form is a text with ampersands, however it is made.
# finding: holds | verifier
for page in index.html chapters.html; do
  edit_page "$page" '/sign-in\.js/d'
done
client=$(app_client "$(user_pool)")
aws s3 cp - s3://{{ website_bucket }}/auth-callback.js \
  --content-type text/javascript <<SCRIPT
const pool = { host: "{{ auth_domain }}", id: "$client" };
const here = new URL(location.href);
const form = "grant_type=authorization_code&client_id=" + pool.id
  + "&redirect_uri=" + here.origin + here.pathname
  + "&code=" + here.searchParams.get("code");
const answer = await fetch("https://" + pool.host + "/oauth2/token", {
  method: "POST", body: form,
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
});
localStorage.jwt = await answer.text();
location = "/account/index.html";
SCRIPT
