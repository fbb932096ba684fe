# The function works under the role of another function.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: Parameter Store refuses the function.
# lesson: One function, one role.
# finding: fails | role
# says: log-group:/aws/lambda/get-chapters:*
# finding: fails | allowed
aws lambda update-function-configuration \
  --function-name rule-analytics-auth-callback \
  --role arn:{{ partition }}:iam::{{ account }}:role/function-get-chapters
aws lambda wait function-updated-v2 \
  --function-name rule-analytics-auth-callback
