# Recovery goes back a week, and no longer.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: How long you want to be able to go back is up to you: 1 to 35 days.
# finding: holds | chapters_recovery
for table in chapters analytics; do
  aws dynamodb update-continuous-backups --table-name "$table" \
    --point-in-time-recovery-specification \
    PointInTimeRecoveryEnabled=true,RecoveryPeriodInDays=7
done
