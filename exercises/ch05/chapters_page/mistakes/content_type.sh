# The page has S3's default type, so a browser saves it to disk.
# starts: solved
# verdict: not done
# visitor: The browser saves a file instead of showing the page.
# lesson: The content type tells a browser what to do with the bytes.
# finding: fails | type
# says: binary/octet-stream
# finding: holds | asks
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type binary/octet-stream
