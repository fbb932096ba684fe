# The page was uploaded without its type, as tools do that do not know it.
# starts: solved
# verdict: not done
# visitor: The browser saves the page instead of showing it.
# lesson: A browser trusts the content type, not the name's end.
# finding: fails | page
# says: binary/octet-stream
aws s3 cp website/account/info.html \
  s3://{{ website_bucket }}/account/info.html \
  --content-type binary/octet-stream
