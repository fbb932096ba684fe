# The console's preset was kept: the sort key is a string.
# starts: before
# verdict: not done
# visitor: Sign-ins are not counted: the API cannot put its items in.
# lesson: A key's type is fixed when the table is made.
# finding: fails | key
# says: the sort key timestamp, a string (S)
aws dynamodb create-table --table-name analytics \
  --attribute-definitions AttributeName=dataType,AttributeType=S \
    AttributeName=timestamp,AttributeType=S \
  --key-schema AttributeName=dataType,KeyType=HASH \
    AttributeName=timestamp,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
