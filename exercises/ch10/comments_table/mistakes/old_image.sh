# The stream has what an item was before it changed: of a new one, nothing.
# starts: before
# verdict: not done
# visitor: Comments are kept, and none is analyzed.
# lesson: A new item has no old image.
# finding: fails | stream
# says: OLD_IMAGE
aws dynamodb create-table --table-name comments \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST \
  --stream-specification StreamEnabled=true,StreamViewType=OLD_IMAGE
