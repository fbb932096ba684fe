# The table has a name that does not say what it is for, beside the table of comments.
# starts: before
# verdict: done
# visitor: Texts can be kept.
# lesson: A table is told by what it is. A name that says it is a kindness to people.
# finding: holds | table
# says: table/jobs
aws dynamodb create-table --table-name jobs \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
