# The script was uploaded once more after the invalidation.
# starts: solved
# verdict: not done
# visitor: Some visitors get the new page with the old script for up to a day.
# lesson: CloudFront keeps scripts as it keeps pages.
# finding: fails | invalidated
# says: auth-callback.js
sleep 2
aws s3 cp website/auth-callback.js \
  s3://{{ website_bucket }}/auth-callback.js \
  --content-type text/javascript
