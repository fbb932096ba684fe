# A script was uploaded once more after the invalidation.
# starts: solved
# verdict: not done
# visitor: Some visitors get the new page with the old script for up to a day.
# lesson: CloudFront keeps scripts as it keeps pages.
# finding: fails | account
# says: account/auth-check.js
# finding: holds | logout
sleep 2
aws s3 cp website/account/auth-check.js \
  s3://{{ website_bucket }}/account/auth-check.js \
  --content-type text/javascript
