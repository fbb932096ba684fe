# The script was uploaded once more after the invalidation.
# starts: solved
# verdict: not done
# visitor: Some visitors get the new page with the old script for up to a day.
# lesson: CloudFront keeps scripts as it keeps pages.
# finding: fails | invalidated
# says: account/info.js
sleep 2
aws s3 cp website/account/info.js \
  s3://{{ website_bucket }}/account/info.js \
  --content-type text/javascript
