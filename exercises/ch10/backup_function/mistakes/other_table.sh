# The policy names another table than the code.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the function fails each night.
# lesson: The table of the policy is the one that the code names.
# finding: fails | allowed
# says: table/analytics
aws iam put-role-policy --role-name function-backup-tables \
  --policy-name function-backup-tables --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "dynamodb:CreateBackup", "Resource":
      "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics"}]}'
