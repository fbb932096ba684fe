# Recovery is on for the table of chapters alone.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, until sign-ins are deleted and wanted back.
# lesson: Each table has its own switch.
# finding: holds | chapters_recovery
# finding: fails | analytics_recovery
# says: off
aws dynamodb update-continuous-backups --table-name chapters \
  --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true
