# The page was uploaded once more after the invalidation.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: An invalidation works on copies that exist, so upload first.
# finding: fails | invalidated
# says: from before the upload
sleep 2
aws s3 cp website/auth-callback.html \
  s3://{{ website_bucket }}/auth-callback.html --content-type text/html
