# The script stands in the page, and asks in the older way.
# starts: solved
# verdict: done
# visitor: Each sign-in is written down.
# lesson: A script may stand in the page, and ask in the older way.
# finding: holds | sends
# finding: holds | token
aws s3 cp - s3://{{ website_bucket }}/auth-callback.html \
  --content-type text/html <<'PAGE'
<title>Signing in</title><script>
var tokens = JSON.parse(localStorage.getItem("jwt"));
var request = new XMLHttpRequest();
request.open("post", "https://{{ api_domain }}/analytics/auth-callback");
request.setRequestHeader("authorization", tokens.access_token);
request.send();
</script>
PAGE
