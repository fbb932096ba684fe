# Recovery was on, and was turned off again.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until the chapters are deleted and wanted back.
# lesson: When it is turned off, all moments before are lost as well.
# finding: fails | chapters_recovery
# says: off
aws dynamodb update-continuous-backups --table-name chapters \
  --point-in-time-recovery-specification PointInTimeRecoveryEnabled=false
