# There is a backup by hand beside it, and the table is protected against deletion.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Protection against deletion keeps the table, and recovery keeps what is in it.
# finding: holds | chapters_recovery
aws dynamodb create-backup --table-name chapters --backup-name chapters-once
aws dynamodb update-table --table-name chapters --deletion-protection-enabled
