# Everything is there, and the function has not run yet.
# starts: solved
# verdict: not ready yet
# visitor: Nobody can restore anything until tomorrow.
# lesson: Run it once by hand, and see what comes.
# finding: holds | next_run
# finding: not ready | backup
# says: the function runs next on
for backup in $(aws dynamodb list-backups --output text \
  --query 'BackupSummaries[].BackupArn'); do
  aws dynamodb delete-backup --backup-arn "$backup"
done
