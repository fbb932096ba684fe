# Makes the table of the chapters, paid by the request, and fills it.
if ! aws dynamodb describe-table --table-name chapters >/dev/null 2>&1; then
  aws dynamodb create-table --table-name chapters \
    --attribute-definitions AttributeName=id,AttributeType=N \
    --key-schema AttributeName=id,KeyType=HASH \
    --billing-mode PAY_PER_REQUEST
fi
aws dynamodb wait table-exists --table-name chapters

# An item with an id that is there already is replaced.
aws dynamodb batch-write-item \
  --request-items file://data/chapters-items.json
