# The role has AWS's whole SNS for itself, and mail is denied to it.
# starts: solved
# verdict: done
# visitor: The letter comes.
# lesson: An explicit Deny outweighs every Allow.
# finding: holds | no_mail
# finding: holds | publishes
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name own --policy-document '{"Version": "2012-10-17",
    "Statement": [
      {"Effect": "Allow", "Action": ["sns:*", "ses:*"], "Resource": "*"},
      {"Effect": "Deny", "Action": "ses:*", "Resource": "*"}]}'
