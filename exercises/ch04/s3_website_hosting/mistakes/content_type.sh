# The page has S3's default type, so a browser saves it to disk.
# starts: solved
# verdict: not done
# visitor: The browser saves a file instead of showing the page.
# lesson: The content type tells a browser what to do with the bytes.
# finding: fails | type
# says: binary/octet-stream
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type binary/octet-stream
