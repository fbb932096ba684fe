# The home page was put without its body.
# starts: solved
# verdict: not done
# visitor: The home page is blank.
# lesson: An object of 0 bytes was uploaded as well as any other.
# finding: fails | readable
# says: 0 bytes
# finding: fails | link
aws s3api put-object --bucket {{ website_bucket }} --key index.html \
  --content-type text/html
aws cloudfront create-invalidation --paths "/*" \
  --distribution-id "$(distribution)"
