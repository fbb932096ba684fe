# The role has what the default role has, which is nothing for buckets.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; in AWS Backup the jobs of the bucket fail with access denied.
# lesson: Buckets need a policy of their own.
# finding: fails | allowed
# says: AWSBackupServiceRolePolicyForS3Backup
aws iam detach-role-policy --role-name website-backup --policy-arn \
  arn:{{ partition }}:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup
