# Nobody let API Gateway invoke the function: visitors get status 500.
# starts: solved
# verdict: not done
# finding: fails | the function's policy lets this API, and no other, invoke it
# says: no statement for API Gateway
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
