# The values have no types.
# starts: solved
# verdict: not done
# visitor: DynamoDB refuses each item, and the table stays empty.
# lesson: DynamoDB wants the type of each value.
# finding: fails | template
# says: dataType without a type
puts_item '{"TableName": "analytics", "Item":
  {"dataType": "auth-callback", "timestamp": "$context.requestTimeEpoch"}}'
