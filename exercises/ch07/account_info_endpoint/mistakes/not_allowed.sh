# Nobody let API Gateway invoke the function.
# starts: solved
# verdict: not done
# visitor: Whoever signed in gets 500 Internal Server Error.
# lesson: API Gateway may invoke a function only if the function's policy says so.
# finding: fails | permission
# says: no statement for API Gateway
aws lambda remove-permission --function-name put-account-info \
  --statement-id website-put-account-info
