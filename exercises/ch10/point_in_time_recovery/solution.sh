# Lets both tables be put back to any second of the last days.
for table in chapters analytics; do
  aws dynamodb update-continuous-backups --table-name "$table" \
    --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true
done
