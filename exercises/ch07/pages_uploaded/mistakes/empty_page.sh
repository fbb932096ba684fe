# A page was uploaded without its content.
# starts: solved
# verdict: not done
# visitor: After signing in, the page is blank.
# lesson: An upload of nothing is an upload.
# finding: fails | callback
# says: 0 bytes
aws s3api put-object --bucket {{ website_bucket }} \
  --key auth-callback.html --content-type text/html
