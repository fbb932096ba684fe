# The table was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: The API will answer 500: the function finds no table.
# lesson: A table belongs to one region and cannot be moved.
# finding: fails | table
# says: the table chapters in eu-west-1
aws dynamodb create-table --table-name chapters --region eu-west-1 \
  --attribute-definitions AttributeName=id,AttributeType=N \
  --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST
