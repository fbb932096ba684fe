# The statement has no source ARN, so that any API of anybody is let in.
# starts: solved
# verdict: not done
# finding: fails | the function's policy lets this API, and no other, invoke it
# says: every API of every account
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
aws lambda add-permission --function-name get-chapters \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com
