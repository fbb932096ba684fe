# The script looks under another name than the one that the tokens are kept under.
# starts: solved
# verdict: not done
# visitor: The account page leads everybody back to the home page.
# lesson: Pages that share something agree on its name.
# finding: fails | looks
# says: looks for tokens in localStorage
aws s3 cp - s3://{{ website_bucket }}/account/auth-check.js \
  --content-type text/javascript <<'SCRIPT'
if (!localStorage.getItem("tokens")) location.replace("../index.html");
SCRIPT
