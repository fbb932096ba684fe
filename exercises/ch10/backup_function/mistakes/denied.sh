# A second statement denies what the first one allows.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the function fails each night.
# lesson: A Deny outweighs every Allow.
# finding: fails | allowed
# says: denies it
aws iam put-role-policy --role-name function-backup-tables \
  --policy-name function-backup-tables --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"},
      {"Sid": "Never", "Effect": "Deny", "Action": "dynamodb:*Backup",
        "Resource": "*"}]}'
