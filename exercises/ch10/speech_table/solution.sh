# Makes the table of the texts that are to be spoken, paid by the request.
if ! aws dynamodb describe-table --table-name text-to-speech \
  >/dev/null 2>&1; then
  aws dynamodb create-table --table-name text-to-speech \
    --attribute-definitions AttributeName=id,AttributeType=S \
    --key-schema AttributeName=id,KeyType=HASH \
    --billing-mode PAY_PER_REQUEST
fi
aws dynamodb wait table-exists --table-name text-to-speech
