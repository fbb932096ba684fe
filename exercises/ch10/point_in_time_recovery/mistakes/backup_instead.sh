# A backup was made of each table by hand, instead.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, until something from after that backup is wanted back.
# lesson: A backup by hand keeps one moment, and recovery keeps every second.
# finding: fails | chapters_recovery
# says: off
# finding: fails | analytics_recovery
# says: off
for table in chapters analytics; do
  aws dynamodb create-backup --table-name "$table" --backup-name "$table-once"
done
