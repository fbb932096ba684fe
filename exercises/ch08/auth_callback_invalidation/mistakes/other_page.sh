# The path is that of another page.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: An invalidation is of what it names, and of nothing else.
# finding: fails | invalidated
# says: of /index.html
sleep 2
aws s3 cp website/auth-callback.html \
  s3://{{ website_bucket }}/auth-callback.html --content-type text/html
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/index.html"
