# The folder's files were uploaded to the top.
# starts: solved
# verdict: not done
# visitor: After signing in, CloudFront answers 403 AccessDenied.
# lesson: A folder is a part of the key, and an upload of single files loses it.
# finding: fails | account
# finding: skipped | account_files
# finding: holds | logout
aws s3 rm s3://{{ website_bucket }}/account/ --recursive
aws s3 cp website/account/auth-check.js \
  s3://{{ website_bucket }}/auth-check.js --content-type text/javascript
