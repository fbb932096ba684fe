# The table has a name that does not say what it is for.
# starts: before
# verdict: not done
# visitor: Nobody can tell which table has the texts.
# lesson: A table is found by its name, by programs and by people.
# finding: fails | table
# says: jobs
aws dynamodb create-table --table-name jobs \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
