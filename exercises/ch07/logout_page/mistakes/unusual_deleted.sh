# The script stands in the page, deletes a property, and needs no answer.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What stands in a store is a property of it, and may be deleted as such.
# finding: skipped | forgets
# finding: holds | revokes
client=$(app_client "$(user_pool)")
aws s3 cp - s3://{{ website_bucket }}/logout.html \
  --content-type "text/html; charset=utf-8" <<PAGE
<title>Signed out</title><script>
const { refresh_token: token } = JSON.parse(localStorage.jwt);
const body = new URLSearchParams([["token", token],
  ["client_id", "$client"]]);
const url = new URL("/oauth2/revoke", "https://{{ auth_domain }}");
fetch(url, { method: "post", mode: "no-cors", body });
delete localStorage.jwt;
</script>
PAGE
