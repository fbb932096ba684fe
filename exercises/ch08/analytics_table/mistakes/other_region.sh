# The table was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: Sign-ins are not counted: the API finds no table.
# lesson: A table belongs to one region and cannot be moved.
# finding: fails | table
# says: the table analytics in eu-west-1
aws dynamodb create-table --table-name analytics --region eu-west-1 \
  --attribute-definitions AttributeName=dataType,AttributeType=S \
    AttributeName=timestamp,AttributeType=N \
  --key-schema AttributeName=dataType,KeyType=HASH \
    AttributeName=timestamp,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
