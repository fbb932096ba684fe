# The page was put without its body.
# starts: solved
# verdict: not done
# visitor: The page is blank.
# lesson: An object of 0 bytes was uploaded as well as any other.
# finding: fails | readable
# says: 0 bytes
# finding: fails | asks
aws s3api put-object --bucket {{ website_bucket }} --key chapters.html \
  --content-type text/html
