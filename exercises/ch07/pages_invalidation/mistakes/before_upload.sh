# A page was uploaded once more after the invalidation.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: An invalidation works on copies that exist, so upload first.
# finding: fails | logout
# says: from before the upload
# finding: holds | callback
sleep 2
aws s3 cp website/logout.html s3://{{ website_bucket }}/logout.html \
  --content-type text/html
