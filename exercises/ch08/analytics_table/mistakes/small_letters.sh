# The partition key is called datatype: capital letters count in DynamoDB.
# starts: before
# verdict: not done
# visitor: Sign-ins are not counted: the API's items lack the key.
# lesson: DynamoDB distinguishes capital letters in names.
# finding: fails | key
# says: datatype, a string (S)
aws dynamodb create-table --table-name analytics \
  --attribute-definitions AttributeName=datatype,AttributeType=S \
    AttributeName=timestamp,AttributeType=N \
  --key-schema AttributeName=datatype,KeyType=HASH \
    AttributeName=timestamp,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
