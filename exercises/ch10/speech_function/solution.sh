# Makes a function that is fed with new texts, has them spoken and keeps the
# sound: one way of many.
(
  # The table, if an exercise before has not made it.
  if ! aws dynamodb describe-table --table-name text-to-speech >/dev/null 2>&1; then
    aws dynamodb create-table --table-name text-to-speech \
      --attribute-definitions AttributeName=id,AttributeType=S \
      --key-schema AttributeName=id,KeyType=HASH \
      --billing-mode PAY_PER_REQUEST \
      --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE
  fi
  aws dynamodb wait table-exists --table-name text-to-speech

  # The stream that tells of new items, if it is off.
  if [[ $(aws dynamodb describe-table --table-name text-to-speech --output text \
    --query Table.StreamSpecification.StreamEnabled) != True ]]; then
    aws dynamodb update-table --table-name text-to-speech --stream-specification \
      StreamEnabled=true,StreamViewType=NEW_IMAGE
    aws dynamodb wait table-exists --table-name text-to-speech
  fi

  # The role, and what it may do.
  role=function-create-speech
  aws iam get-role --role-name $role >/dev/null 2>&1 ||
    aws iam create-role --role-name $role \
      --assume-role-policy-document file://policies/lambda-trust.json
  aws iam put-role-policy --role-name $role --policy-name $role \
    --policy-document file://policies/$role.json

  # The function.
  (cd functions/create-speech && python3 -m zipfile -c function.zip index.mjs)
  package=fileb://functions/create-speech/function.zip
  create() {
    aws lambda create-function --function-name create-speech \
      --runtime nodejs24.x --architectures arm64 --timeout 30 \
      --handler index.handler --zip-file "$package" \
      --role arn:{{ partition }}:iam::{{ account }}:role/$role
  }
  if ! aws lambda get-function --function-name create-speech \
    >/dev/null 2>&1; then
    # It takes some seconds until Lambda may use a new role.
    for seconds in 3 5 10; do
      ! create || break
      sleep $seconds
    done
  fi
  aws lambda wait function-active-v2 --function-name create-speech
  aws lambda update-function-configuration \
    --function-name create-speech --timeout 30 \
    --runtime nodejs24.x --handler index.handler \
    --role arn:{{ partition }}:iam::{{ account }}:role/$role
  aws lambda wait function-updated-v2 --function-name create-speech
  aws lambda update-function-code --function-name create-speech \
    --architectures arm64 --zip-file "$package"
  aws lambda wait function-updated-v2 --function-name create-speech

  # Its stream feeds the function, once for each new item.
  stream=$(aws dynamodb describe-table --table-name text-to-speech \
    --query Table.LatestStreamArn --output text)
  for id in $(aws lambda list-event-source-mappings --output text \
    --function-name create-speech --query 'EventSourceMappings[].UUID'); do
    aws lambda delete-event-source-mapping --uuid "$id"
  done
  aws lambda create-event-source-mapping --function-name create-speech \
    --event-source-arn "$stream" --starting-position LATEST \
    --maximum-retry-attempts 2 \
    --filter-criteria file://policies/new-items.json
)
