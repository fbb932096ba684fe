# The page was uploaded once more, and CloudFront was not told.
# starts: solved
# verdict: not done
# visitor: Some visitors see the home page without the link for up to a day.
# lesson: Each new upload needs an invalidation after it.
# finding: holds | link
# finding: fails | invalidated
# says: from before the upload
sleep 2
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type text/html
