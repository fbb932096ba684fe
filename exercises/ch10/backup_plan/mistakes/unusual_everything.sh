# The plan takes everything that AWS Backup knows, under a policy of the account's own.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A selection that names nothing takes all that you opted in to, new tables and buckets among it.
# finding: holds | selects
# says: {{ website_bucket }}
# finding: holds | allowed
aws iam detach-role-policy --role-name website-backup --policy-arn \
  arn:{{ partition }}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup
aws iam put-role-policy --role-name website-backup --policy-name tables \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Resource": "*", "Action": ["dynamodb:DescribeTable",
      "dynamodb:CreateBackup", "dynamodb:StartAwsBackupJob"]}]}'
only_selection '"Resources": []'
