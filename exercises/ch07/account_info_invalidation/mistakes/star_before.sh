# The wildcard stands at the beginning, where it is a letter like others.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: A wildcard works at the end of a path alone.
# finding: fails | invalidated
# says: /*info.html
sleep 2
aws s3 cp website/account/info.html \
  s3://{{ website_bucket }}/account/info.html --content-type text/html
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/*info.html"
