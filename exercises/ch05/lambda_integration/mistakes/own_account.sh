# The statement names the account and not the API.
# starts: solved
# verdict: not done
# finding: fails | the function's policy lets this API, and no other, invoke it
# says: every API of your account
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
aws lambda add-permission --function-name get-chapters \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-account {{ account }}
