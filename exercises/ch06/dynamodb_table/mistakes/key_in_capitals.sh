# The partition key is called Id: capital letters count in DynamoDB.
# starts: before
# verdict: not done
# visitor: The page will show chapters without numbers.
# lesson: DynamoDB distinguishes capital letters in names.
# finding: fails | key
# says: Id, a number (N)
# finding: fails | items
# says: an item without id; it has Id, description, title
aws dynamodb create-table --table-name chapters \
  --attribute-definitions AttributeName=Id,AttributeType=N \
  --key-schema AttributeName=Id,KeyType=HASH --billing-mode PAY_PER_REQUEST
aws dynamodb put-item --table-name chapters --item '{"Id": {"N": "1"},
  "title": {"S": "One"}, "description": {"S": "The first."}}'
