# The first table's stream said too little, so a second table was made beside it.
# starts: before
# verdict: done
# visitor: Comments can be kept.
# lesson: A table that is not used costs nothing, and may be deleted later.
# finding: holds | table
# says: website-comments
# finding: holds | stream
aws dynamodb create-table --table-name comments \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST \
  --stream-specification StreamEnabled=true,StreamViewType=KEYS_ONLY
aws dynamodb create-table --table-name website-comments \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST \
  --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE
