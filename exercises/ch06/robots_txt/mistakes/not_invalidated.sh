# The file was uploaded once more, and CloudFront was not told.
# starts: solved
# verdict: not done
# finding: holds | rules
# finding: fails | invalidated
# says: from before the upload
sleep 2
aws s3 cp website/robots.txt s3://{{ website_bucket }}/robots.txt \
  --content-type text/plain
