# The page has S3's default type, so a browser saves it to disk.
# starts: solved
# verdict: not done
# finding: fails | chapters.html has the content type text/html
# says: binary/octet-stream
# finding: holds | a script of the page asks https://{{ api_domain }}/chapters
aws s3 cp website/chapters.html s3://{{ website_bucket }}/chapters.html \
  --content-type binary/octet-stream
