# The script stands in the page, and asks in the older way.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A script may stand in the page, and ask in the older way.
# finding: holds | sends
# finding: holds | token
aws s3 cp - s3://{{ website_bucket }}/account/info.html \
  --content-type text/html <<'PAGE'
<input id="name"><button onclick="save()">Save</button><script>
var kept = window.localStorage["jwt"], token = JSON.parse(kept)["access_token"];
function save() {
  var request = new XMLHttpRequest();
  request.open("put", ["https://{{ api_domain }}", "account/info"].join("/"));
  request.setRequestHeader("authorization", token);
  request.send(JSON.stringify({ given_name: document.getElementById("name").value }));
}
</script>
PAGE
