# Neither the name of the table nor anything else of it says what it is for.
# starts: before
# verdict: not done
# visitor: Nobody can tell which table has the comments.
# lesson: A name that says what a thing is for is found by programs and by people.
# finding: fails | table
# says: tables of other names: table1
aws dynamodb create-table --table-name table1 \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
