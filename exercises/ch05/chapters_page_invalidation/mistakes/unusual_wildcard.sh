# The invalidation is of everything below /, and others follow it.
# starts: solved
# verdict: done
sleep 2
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type text/html
distribution=$(distribution)
aws cloudfront create-invalidation --distribution-id "$distribution" \
  --paths "/*"
aws cloudfront create-invalidation --distribution-id "$distribution" \
  --paths "/index.html"
