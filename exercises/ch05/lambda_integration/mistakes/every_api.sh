# The statement has no source ARN, so that any API of anybody is let in.
# starts: solved
# verdict: not done
# finding: fails | permission
# says: every API of every account
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
aws lambda add-permission --function-name get-chapters \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com
