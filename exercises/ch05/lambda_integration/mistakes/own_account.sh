# The statement names the account and not the API.
# starts: solved
# verdict: not done
# visitor: The API answers, and so could every API of your account.
# lesson: Name the API in the permission, not the account.
# finding: fails | permission
# says: every API of your account
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
aws lambda add-permission --function-name get-chapters \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-account {{ account }}
