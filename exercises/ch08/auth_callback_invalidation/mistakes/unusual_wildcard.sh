# The invalidation is of everything.
# starts: solved
# verdict: done
# visitor: Every visitor gets the new page.
# lesson: A wildcard at the end covers everything that begins like that.
# finding: holds | invalidated
sleep 2
aws s3 cp website/auth-callback.html \
  s3://{{ website_bucket }}/auth-callback.html --content-type text/html
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/*"
