# CLIENT_ID still stands in the script.
# starts: solved
# verdict: not done
# visitor: After signing in, the page says that the visitor is not signed in: HTTP 400.
# lesson: What is written in capitals in a starter file is to be replaced.
# finding: holds | exchanges
# finding: fails | as_client
# says: where CLIENT_ID stands
aws s3 cp website/auth-callback.js \
  s3://{{ website_bucket }}/auth-callback.js \
  --content-type text/javascript
