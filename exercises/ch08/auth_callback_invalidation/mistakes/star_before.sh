# The wildcard stands at the beginning, where it is a letter like others.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: A wildcard works at the end of a path alone.
# finding: fails | invalidated
# says: /*callback.html
sleep 2
aws s3 cp website/auth-callback.html \
  s3://{{ website_bucket }}/auth-callback.html --content-type text/html
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/*callback.html"
