# The file has the type of a page.
# starts: solved
# verdict: not done
# finding: fails | robots.txt has the content type text/plain
# says: text/html
aws s3 cp website/robots.txt s3://{{ website_bucket }}/robots.txt \
  --content-type text/html
