# The file was uploaded once more, and CloudFront was not told.
# starts: solved
# verdict: not done
# visitor: Crawlers may get the old file for up to a day.
# lesson: Each new upload needs an invalidation after it.
# finding: holds | rules
# finding: fails | invalidated
# says: from before the upload
sleep 2
aws s3 cp website/robots.txt s3://{{ website_bucket }}/robots.txt \
  --content-type text/plain
