# The table was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody will be able to have a text spoken: the API will find no table.
# lesson: A table belongs to one region and cannot be moved.
# finding: fails | table
# says: the table text-to-speech in eu-west-1
aws dynamodb create-table --table-name text-to-speech --region eu-west-1 \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
