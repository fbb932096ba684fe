# The content type names the character set too.
# starts: solved
# verdict: done
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type "text/html; charset=utf-8"
