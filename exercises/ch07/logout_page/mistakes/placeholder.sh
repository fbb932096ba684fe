# CLIENT_ID still stands in the script.
# starts: solved
# verdict: not done
# visitor: After signing out, the page says that Cognito did not revoke the tokens.
# lesson: What is written in capitals in a starter file is to be replaced.
# finding: holds | revokes
# finding: fails | as_client
# says: where CLIENT_ID stands
aws s3 cp website/logout.js s3://{{ website_bucket }}/logout.js \
  --content-type text/javascript
