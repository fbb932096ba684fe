# One table, whose name says nothing, is to keep the comments and the texts.
# starts: before
# verdict: not done
# visitor: Comments are read aloud, and texts are analyzed as comments.
# lesson: What starts different work goes into different tables.
# finding: fails | table
# says: tables of other names: table1
aws dynamodb delete-table --table-name comments
aws dynamodb wait table-not-exists --table-name comments
aws dynamodb create-table --table-name table1 \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST \
  --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE
aws dynamodb wait table-exists --table-name table1
