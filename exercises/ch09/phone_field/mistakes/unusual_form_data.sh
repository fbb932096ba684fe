# The script sends whatever the form has.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A form knows its own fields.
# finding: holds | field
# finding: skipped | number
aws s3 cp - s3://{{ website_bucket }}/account/info.html \
  --content-type text/html <<'PAGE'
<form><input name="given_name"><label>Mobile <input name="m"></label></form>
<script>
const { access_token: Authorization } = JSON.parse(localStorage.jwt);
document.forms[0].onsubmit = (event) => fetch(
  "https://{{ api_domain }}/account/info", {
    method: "PUT", headers: { Authorization },
    body: JSON.stringify(Object.fromEntries(new FormData(event.target))),
  });
</script>
PAGE
