# The role's permissions boundary leaves no room for parameters.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: Parameter Store refuses the function.
# lesson: What a boundary does not allow, no policy of the role can.
# finding: fails | allowed
# says: the role's permissions boundary sandbox does not allow ssm:PutParameter
boundary=$(aws iam create-policy --policy-name sandbox \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Resource": "*",
     "Action": ["s3:*", "dynamodb:*", "logs:*"]}]}' \
  --query Policy.Arn --output text)
aws iam put-role-permissions-boundary --permissions-boundary "$boundary" \
  --role-name function-rule-analytics-auth-callback
