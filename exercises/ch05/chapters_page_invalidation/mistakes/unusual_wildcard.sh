# The invalidation is of everything below /, and others follow it.
# starts: solved
# verdict: done
# visitor: Every visitor sees the new page.
# lesson: A wildcard at the end covers everything that begins like that.
sleep 2
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type text/html
distribution=$(distribution)
aws cloudfront create-invalidation --distribution-id "$distribution" \
  --paths "/*"
aws cloudfront create-invalidation --distribution-id "$distribution" \
  --paths "/index.html"
