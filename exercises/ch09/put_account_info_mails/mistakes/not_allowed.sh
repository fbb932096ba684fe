# The role of the function may not send any more.
# starts: solved
# verdict: not done
# visitor: The name is changed, and no mail comes: SES answers AccessDeniedException.
# lesson: Code may do what its role allows, and nothing else.
# finding: holds | sends
# finding: fails | allowed
# says: ses:SendEmail
aws iam create-role --role-name function-logs-alone \
  --assume-role-policy-document file://policies/lambda-trust.json
basic=service-role/AWSLambdaBasicExecutionRole
aws iam attach-role-policy --role-name function-logs-alone \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"
aws lambda update-function-configuration --function-name put-account-info \
  --role arn:{{ partition }}:iam::{{ account }}:role/function-logs-alone
aws lambda wait function-updated-v2 --function-name put-account-info
