# The page has S3's default type, so a browser saves it to disk.
# starts: solved
# verdict: not done
# finding: fails | index.html has the content type text/html
# says: binary/octet-stream
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type binary/octet-stream
