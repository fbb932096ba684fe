# Recovery is on for tables of the same names in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, until the chapters are deleted and wanted back.
# lesson: A table belongs to one region, and the console shows the one that you chose last.
# finding: fails | chapters_recovery
# says: off
# finding: fails | analytics_recovery
for table in chapters analytics; do
  aws dynamodb create-table --region eu-west-1 --table-name "$table" \
    --attribute-definitions AttributeName=id,AttributeType=N \
    --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST
  aws dynamodb wait table-exists --region eu-west-1 --table-name "$table"
  aws dynamodb update-continuous-backups --region eu-west-1 \
    --table-name "$table" --point-in-time-recovery-specification \
    PointInTimeRecoveryEnabled=true
done
