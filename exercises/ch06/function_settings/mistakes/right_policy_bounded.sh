# Another role has the right policy, and a boundary that leaves logs alone.
# starts: solved
# verdict: not done
# visitor: The function would get AccessDenied from S3.
# lesson: What a boundary does not allow, no policy of the role can.
# finding: fails | role
# says: website-functions
boundary=$(aws iam create-policy --policy-name logs-alone \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}' \
  --query Policy.Arn --output text)
role=$(aws iam create-role --role-name website-functions \
  --permissions-boundary "$boundary" --assume-role-policy-document \
  file://policies/lambda-trust.json --query Role.Arn --output text)
aws iam attach-role-policy --role-name website-functions --policy-arn \
  arn:aws:iam::{{ account }}:policy/function-get-chapters
aws lambda update-function-configuration --function-name get-chapters \
  --role "$role"
aws lambda wait function-updated-v2 --function-name get-chapters
