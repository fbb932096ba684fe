# The role may list backups, and make none.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the function fails each night.
# lesson: To list and to make are two actions.
# finding: holds | backs_up
# finding: fails | allowed
# says: dynamodb:CreateBackup
aws iam put-role-policy --role-name function-backup-tables \
  --policy-name function-backup-tables --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "dynamodb:ListBackups", "Resource": "*"}]}'
