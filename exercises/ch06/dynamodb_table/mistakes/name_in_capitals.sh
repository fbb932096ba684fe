# The table is called Chapters: capital letters count in DynamoDB.
# starts: before
# verdict: not done
# visitor: The API will answer 500: the function finds no table.
# lesson: DynamoDB distinguishes capital letters in names.
# finding: fails | table
# says: the table Chapters
aws dynamodb create-table --table-name Chapters \
  --attribute-definitions AttributeName=id,AttributeType=N \
  --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST
