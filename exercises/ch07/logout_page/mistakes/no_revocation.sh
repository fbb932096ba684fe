# The script forgets the tokens, and tells nobody.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; a copy of the refresh token is good for 30 days.
# lesson: A token that is deleted in one place is as good as before in others.
# finding: holds | forgets
# finding: fails | revokes
# says: no script that asks for anything
aws s3 cp - s3://{{ website_bucket }}/logout.js \
  --content-type text/javascript <<'SCRIPT'
localStorage.removeItem("jwt");
location.replace("index.html");
SCRIPT
