# The role's own policy is about the identity of another domain.
# starts: before
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: The resource is the identity of the domain that sends.
# finding: fails | sends
# says: identity/example.net
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name mail --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "ses:SendEmail",
     "Resource": "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/example.net"}]}'
