# The role has AWS's policy for logs, and not that of the exercise before.
# starts: before
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: A role may do what its policies allow, and nothing else.
# finding: fails | sends
# says: ses:SendEmail
# finding: holds | logs
aws iam create-role --role-name function-sns-send-email \
  --assume-role-policy-document file://policies/lambda-trust.json
basic=service-role/AWSLambdaBasicExecutionRole
aws iam attach-role-policy --role-name function-sns-send-email \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"
