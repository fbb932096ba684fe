# The page was uploaded without its type, as tools do that do not know it.
# starts: solved
# verdict: not done
# visitor: The browser saves the page instead of showing it, and nobody is signed in.
# lesson: A browser trusts the content type, not the name's end.
# finding: fails | page
# says: binary/octet-stream
aws s3 cp website/auth-callback.html \
  s3://{{ website_bucket }}/auth-callback.html \
  --content-type binary/octet-stream
