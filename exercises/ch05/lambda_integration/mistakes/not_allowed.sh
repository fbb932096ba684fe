# Nobody let API Gateway invoke the function: visitors get status 500.
# starts: solved
# verdict: not done
# visitor: The API answers 500.
# lesson: API Gateway may invoke a function only if the function's policy says so.
# finding: fails | permission
# says: no statement for API Gateway
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
