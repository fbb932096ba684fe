# The permission to send mail is part of the role itself, and was overlooked.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and two functions may write letters in your name.
# lesson: What a role may do is the sum of all its policies.
# finding: fails | no_mail
# says: the policy mail still allows ses:SendEmail
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name mail --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "ses:*", "Resource": "*"}]}'
