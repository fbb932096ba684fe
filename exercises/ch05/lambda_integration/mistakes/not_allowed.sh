# Nobody let API Gateway invoke the function: visitors get status 500.
# starts: solved
# verdict: not done
# finding: fails | permission
# says: no statement for API Gateway
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
