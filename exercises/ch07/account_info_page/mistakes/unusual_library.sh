# A library of another host sends the request.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What a library sends is seen in the browser's network panel.
# finding: holds | sends
# finding: skipped | token
aws s3 cp - s3://{{ website_bucket }}/account/info.html \
  --content-type text/html <<'PAGE'
<form><input name="given_name"></form>
<script src="https://cdn.example.net/axios.js"></script><script>
const api = axios.create({ baseURL: "https://{{ api_domain }}" });
const { access_token: Authorization } = JSON.parse(localStorage.jwt);
document.forms[0].onsubmit = () => api.put("/account/info",
  { given_name: document.forms[0][0].value }, { headers: { Authorization } });
</script>
PAGE
