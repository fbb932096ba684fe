# The plan takes what has one of two tags, and has no time of its own.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Of the tags of a list one is enough, and a rule without a schedule runs each day at 05:00 UTC.
# finding: holds | rule
# says: daily at 05:00 UTC
# finding: holds | selects
# says: table/chapters
for table in chapters analytics; do
  aws dynamodb tag-resource --tags Key=backup,Value=daily --resource-arn \
    "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/$table"
done
aws s3api put-bucket-tagging --bucket {{ data_bucket }} \
  --tagging 'TagSet=[{Key=stage,Value=live}]'
only_selection '"ListOfTags": [
  {"ConditionType": "STRINGEQUALS", "ConditionKey": "stage", "ConditionValue": "live"},
  {"ConditionType": "STRINGEQUALS", "ConditionKey": "backup", "ConditionValue": "daily"}]'
grep -v ScheduleExpression backup/plan.json >other.json
aws backup update-backup-plan --backup-plan-id "$(backup_plan)" \
  --backup-plan file://other.json
rm other.json
