# Makes the table of comments, with a stream that has each new comment whole.
if ! aws dynamodb describe-table --table-name comments \
  >/dev/null 2>&1; then
  aws dynamodb create-table --table-name comments \
    --attribute-definitions AttributeName=id,AttributeType=S \
    --key-schema AttributeName=id,KeyType=HASH \
    --billing-mode PAY_PER_REQUEST --stream-specification \
      StreamEnabled=true,StreamViewType=NEW_IMAGE
fi
aws dynamodb wait table-exists --table-name comments
