# The table has a name that does not say what it is for, and a stream with new images.
# starts: before
# verdict: done
# visitor: Comments can be kept.
# lesson: A table is told by what it is. A name that says it is a kindness to people.
# finding: holds | table
# says: table/table1
# finding: holds | stream
aws dynamodb create-table --table-name table1 \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST \
  --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE
