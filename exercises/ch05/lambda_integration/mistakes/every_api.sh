# The statement has no source ARN, so that any API of anybody is let in.
# starts: solved
# verdict: not done
# visitor: The API answers, and so could anybody's API with your function.
# lesson: A service principal stands for all customers, so a source ARN must name your API.
# finding: fails | permission
# says: every API of every account
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
aws lambda add-permission --function-name get-chapters \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com
