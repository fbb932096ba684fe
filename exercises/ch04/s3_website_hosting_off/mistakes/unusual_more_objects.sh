# The bucket has gained an empty folder and a second page.
# starts: solved
# verdict: done
aws s3 cp website/index.html s3://{{ website_bucket }}/index.htm \
  --content-type text/html
aws s3api put-object --bucket {{ website_bucket }} --key images/
