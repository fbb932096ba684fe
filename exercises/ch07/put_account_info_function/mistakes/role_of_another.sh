# The function shares the role of the other function, which may write another log.
# starts: solved
# verdict: not done
# visitor: The name will be changed, and nobody will find the function's log.
# lesson: One function, one role.
# finding: fails | role
# says: log-group:/aws/lambda/get-chapters:*
aws lambda update-function-configuration --function-name put-account-info \
  --role arn:aws:iam::{{ account }}:role/function-get-chapters
aws lambda wait function-updated-v2 --function-name put-account-info
