# The content type names the character set too.
# starts: solved
# verdict: done
# visitor: The page appears, with its letters right.
# lesson: A content type may name the character set.
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type "text/html; charset=utf-8"
