# The bucket has gained an empty folder and a second page.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: the bucket is closed.
# lesson: More objects in a private bucket are private too.
aws s3 cp website/index.html s3://{{ website_bucket }}/index.htm \
  --content-type text/html
aws s3api put-object --bucket {{ website_bucket }} --key images/
