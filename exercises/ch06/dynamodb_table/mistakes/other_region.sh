# The table was created in eu-west-1.
# starts: before
# verdict: not done
# finding: fails | table
# says: the table chapters in eu-west-1
aws dynamodb create-table --table-name chapters --region eu-west-1 \
  --attribute-definitions AttributeName=id,AttributeType=N \
  --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST
