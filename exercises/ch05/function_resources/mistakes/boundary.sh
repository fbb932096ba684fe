# The role's permissions boundary leaves no room for logs.
# starts: solved
# verdict: not done
# visitor: The API answers, and the log stays empty.
# lesson: A permissions boundary outweighs every policy of a role.
# finding: fails | logs
# says: the role's permissions boundary data-only does not allow
boundary=$(aws iam create-policy --policy-name data-only \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": ["s3:*", "dynamodb:*"], "Resource": "*"}]}' \
  --query Policy.Arn --output text)
aws iam put-role-permissions-boundary --role-name get-chapters-role \
  --permissions-boundary "$boundary"
