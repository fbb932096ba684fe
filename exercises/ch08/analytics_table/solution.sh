# Makes the table of what happens on the website, paid by the request.
if ! aws dynamodb describe-table --table-name analytics \
  >/dev/null 2>&1; then
  aws dynamodb create-table --table-name analytics \
    --attribute-definitions AttributeName=dataType,AttributeType=S \
      AttributeName=timestamp,AttributeType=N \
    --key-schema AttributeName=dataType,KeyType=HASH \
      AttributeName=timestamp,KeyType=RANGE \
    --billing-mode PAY_PER_REQUEST
fi
aws dynamodb wait table-exists --table-name analytics
