# The role's permissions boundary leaves no room for logs.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and the function will leave no log.
# lesson: What a boundary does not allow, no policy of the role can.
# finding: fails | logs
# says: the role's permissions boundary sandbox does not allow logs:CreateLogStream
boundary=$(aws iam create-policy --policy-name sandbox \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}' \
  --query Policy.Arn --output text)
aws iam put-role-permissions-boundary \
  --role-name function-put-account-info --permissions-boundary "$boundary"
