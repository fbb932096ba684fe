# The file has the type of a page.
# starts: solved
# verdict: not done
# visitor: Crawlers may ignore the file, since it says that it is a page.
# lesson: The content type must say what the file is.
# finding: fails | type
# says: text/html
aws s3 cp website/robots.txt s3://{{ website_bucket }}/robots.txt \
  --content-type text/html
aws cloudfront create-invalidation --paths /robots.txt \
  --distribution-id "$(distribution)"
