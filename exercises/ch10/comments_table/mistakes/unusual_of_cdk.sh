# Made by a tool: under a name of the tool's, with both images, a sort key and a tag.
# starts: before
# verdict: done
# visitor: Comments can be kept.
# lesson: A table may have another name and more settings than the exercise asks for.
# finding: holds | stream
# says: NEW_AND_OLD_IMAGES
aws dynamodb create-table --table-name WebsiteStack-Comments4C2E1A \
  --tags Key=project,Value=website \
  --attribute-definitions AttributeName=page,AttributeType=S \
    AttributeName=createdAt,AttributeType=N \
  --key-schema AttributeName=page,KeyType=HASH \
    AttributeName=createdAt,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST --stream-specification \
    StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES
