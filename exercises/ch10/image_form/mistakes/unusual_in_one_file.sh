# One page without a file of its own for the script, and with another name.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A page may have its script in it.
# finding: holds | page
# says: talk.html
# finding: holds | sends
aws s3 rm s3://{{ website_bucket }}/images.html
aws s3 cp - s3://{{ website_bucket }}/talk.html \
  --content-type text/html <<'PAGE'
<form><label>A picture <input type="file" name="t"></label></form>
<script>
const jwt = JSON.parse(localStorage.getItem("jwt"));
document.forms[0].onsubmit = async (event) => {
  event.preventDefault();
  await fetch("https://{{ api_domain }}/images", {
    method: "PUT", headers: { Authorization: jwt.access_token },
    body: document.forms[0].t.files[0],
  });
};
</script>
PAGE
