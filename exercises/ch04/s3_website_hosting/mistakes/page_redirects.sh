# The page's metadata sends visitors elsewhere.
# starts: solved
# verdict: not done
# visitor: The browser goes to another website.
# lesson: The website endpoint obeys the redirect of an object.
# finding: fails | readable
# says: https://example.org/
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type text/html --website-redirect https://example.org/
