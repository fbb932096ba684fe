# The plan takes what has the tag Backup, and the table has the tag backup.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until a table is gone and there is no backup of it.
# lesson: In the keys and in the values of tags, capital letters count.
# finding: fails | selects
# says: it wants the tag Backup=daily
aws dynamodb tag-resource --tags Key=backup,Value=daily --resource-arn \
  arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/chapters
only_selection '"ListOfTags": [{"ConditionType": "STRINGEQUALS",
  "ConditionKey": "Backup", "ConditionValue": "daily"}]'
