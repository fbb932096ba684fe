# Made by a tool: tagged, protected against deletion, and with an index by time.
# starts: before
# verdict: done
# visitor: Sign-ins can be kept.
# lesson: A table may have more settings than the exercise asks for.
aws dynamodb create-table --table-name analytics \
  --deletion-protection-enabled --tags Key=project,Value=website \
  --attribute-definitions AttributeName=timestamp,AttributeType=N \
    AttributeName=dataType,AttributeType=S \
  --key-schema AttributeName=dataType,KeyType=HASH \
    AttributeName=timestamp,KeyType=RANGE \
  --global-secondary-indexes '[{"IndexName": "by-time",
    "KeySchema": [{"AttributeName": "timestamp", "KeyType": "HASH"}],
    "Projection": {"ProjectionType": "ALL"}}]' \
  --billing-mode PAY_PER_REQUEST
