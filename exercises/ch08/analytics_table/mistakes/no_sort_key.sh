# Only the partition key was given, so that each kind of thing has one item.
# starts: before
# verdict: not done
# visitor: Only the last sign-in is ever kept.
# lesson: Without a sort key, a second item of a kind replaces the first.
# finding: fails | key
# says: dataType, a string (S)
aws dynamodb create-table --table-name analytics \
  --attribute-definitions AttributeName=dataType,AttributeType=S \
  --key-schema AttributeName=dataType,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
