# The file has the type of a page.
# starts: solved
# verdict: not done
# finding: fails | type
# says: text/html
aws s3 cp website/robots.txt s3://{{ website_bucket }}/robots.txt \
  --content-type text/html
