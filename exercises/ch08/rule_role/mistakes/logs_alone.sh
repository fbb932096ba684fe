# The role has AWS's policy for logs, and not that of the exercise before.
# starts: before
# verdict: not done
# visitor: The file of sign-ins never comes: DynamoDB refuses the function.
# lesson: A role may do what its policies allow, and nothing else.
# finding: holds | trust
# finding: fails | allowed
# says: dynamodb:Query
aws iam create-role --role-name function-rule-analytics-auth-callback \
  --assume-role-policy-document file://policies/lambda-trust.json
basic=service-role/AWSLambdaBasicExecutionRole
aws iam attach-role-policy \
  --role-name function-rule-analytics-auth-callback \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"
