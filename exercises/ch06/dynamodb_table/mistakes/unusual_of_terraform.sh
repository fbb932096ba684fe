# Made by a tool: tagged, protected against deletion, without an index.
# starts: before
# verdict: done
# visitor: A scan answers with the items.
# lesson: A table may have more settings than the exercise asks for.
aws dynamodb create-table --table-name chapters \
  --deletion-protection-enabled --tags Key=project,Value=website \
  --attribute-definitions AttributeName=id,AttributeType=N \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
aws dynamodb put-item --table-name chapters --item '{"id": {"N": "7"},
  "title": {"S": "Seven"}, "description": {"S": "The seventh"}}'
