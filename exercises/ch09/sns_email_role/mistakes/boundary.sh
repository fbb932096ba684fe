# The role's permissions boundary leaves no room for mail.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: What a boundary does not allow, no policy of the role can.
# finding: fails | sends
# says: the role's permissions boundary sandbox does not allow ses:SendEmail
# finding: holds | logs
boundary=$(aws iam create-policy --policy-name sandbox \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Resource": "*", "Action": ["sns:*", "logs:*"]}]}' \
  --query Policy.Arn --output text)
aws iam put-role-permissions-boundary --permissions-boundary "$boundary" \
  --role-name function-sns-send-email
