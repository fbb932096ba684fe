# Partition key and sort key are the wrong way round.
# starts: before
# verdict: not done
# visitor: Nobody can ask for all sign-ins: each has a partition of its own.
# lesson: Items that are asked for together share their partition key.
# finding: fails | key
# says: timestamp, a number (N), and the sort key dataType
aws dynamodb create-table --table-name analytics \
  --attribute-definitions AttributeName=timestamp,AttributeType=N \
    AttributeName=dataType,AttributeType=S \
  --key-schema AttributeName=timestamp,KeyType=HASH \
    AttributeName=dataType,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
