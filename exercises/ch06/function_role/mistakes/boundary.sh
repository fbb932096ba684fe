# The role's permissions boundary allows logs alone.
# starts: solved
# verdict: not done
# visitor: The function would get AccessDenied from S3.
# lesson: What a boundary does not allow, no policy of the role can.
# finding: fails | attached
# says: the role's permissions boundary sandbox does not allow s3:GetObject
boundary=$(aws iam create-policy --policy-name sandbox \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}' \
  --query Policy.Arn --output text)
aws iam put-role-permissions-boundary --role-name function-get-chapters \
  --permissions-boundary "$boundary"
