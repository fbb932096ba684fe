# The function runs on the Node.js of the book's time.
# starts: solved
# verdict: not done
# visitor: The name will be changed, for now.
# lesson: AWS patches a runtime until a date, and blocks it some time after.
# finding: fails | runtime
# says: nodejs20.x
aws lambda update-function-configuration --function-name put-account-info \
  --runtime nodejs20.x
aws lambda wait function-updated-v2 --function-name put-account-info
