# Two conditions were meant as one or the other, and both must hold.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until a table is gone and there is no backup of it.
# lesson: Conditions are joined by and, tags of a list by or.
# finding: fails | selects
# says: aws:ResourceTag/stage live does not hold
aws dynamodb tag-resource --tags Key=backup,Value=daily --resource-arn \
  arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/chapters
only_selection '"Resources": ["arn:aws:dynamodb:*:*:table/*"],
  "Conditions": {"StringEquals": [
    {"ConditionKey": "aws:ResourceTag/backup", "ConditionValue": "daily"},
    {"ConditionKey": "aws:ResourceTag/stage", "ConditionValue": "live"}]}'
