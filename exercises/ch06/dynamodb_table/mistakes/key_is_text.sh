# The console's preset was kept: the partition key is a string.
# starts: before
# verdict: not done
# visitor: The page will stay empty: the items cannot be put in.
# lesson: A key's type is fixed when the table is made.
# finding: fails | key
# says: id, a string (S)
# finding: fails | items
# says: the table is empty
aws dynamodb create-table --table-name chapters \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST
