# Lets the API put an item into the table, for users of the pool alone.
(
  api=$(aws apigateway get-rest-apis --output text \
    --query "items[?name=='website'].id | [0]")
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)
  users=$(aws apigateway get-authorizers --rest-api-id "$api" \
    --query "items[?contains(join(' ', providerARNs || ['']),
      'userpool/$pool')].id | [0]" --output text)
  if [[ $users == None ]]; then
    echo "no authorizer for the user pool: do exercise 7.13 first" >&2
    exit 1
  fi

  # /analytics, and below it /analytics/auth-callback.
  resource_at() {
    aws apigateway get-resources --rest-api-id "$api" \
      --query "items[?path=='$1'].id | [0]" --output text
  }
  parent=$(resource_at /)
  place=
  for part in analytics auth-callback; do
    place=$place/$part
    id=$(resource_at "$place")
    [[ $id != None ]] || id=$(aws apigateway create-resource \
      --rest-api-id "$api" --parent-id "$parent" --path-part "$part" \
      --query id --output text)
    parent=$id
  done
  callback=(--rest-api-id "$api" --resource-id "$parent")
  post=("${callback[@]}" --http-method POST)
  asked=("${callback[@]}" --http-method OPTIONS)

  # A method that is there already cannot be put again.
  aws apigateway delete-method "${post[@]}" 2>/dev/null || true
  aws apigateway put-method "${post[@]}" --authorizer-id "$users" \
    --authorization-type COGNITO_USER_POOLS \
    --authorization-scopes aws.cognito.signin.user.admin

  # The API asks DynamoDB itself, with the role of exercise 8.3. What it
  # sends is the template, with the time of the request put in.
  role=arn:{{ partition }}:iam::{{ account }}:role/api-analytics-put-item
  aws apigateway put-integration "${post[@]}" --type AWS \
    --integration-http-method POST --credentials "$role" \
    --uri arn:{{ partition }}:apigateway:{{ region }}:dynamodb:action/PutItem \
    --request-templates "application/json='$(<api/put-item.json)'"
  aws apigateway put-method-response "${post[@]}" --status-code 200 \
    --response-parameters \
    method.response.header.Access-Control-Allow-Origin=false
  aws apigateway put-integration-response "${post[@]}" \
    --status-code 200 \
    --response-parameters file://api/auth-callback-answer.json

  # Browsers ask OPTIONS before, and without a token: it stays open.
  aws apigateway delete-method "${asked[@]}" 2>/dev/null || true
  aws apigateway put-method "${asked[@]}" --authorization-type NONE
  aws apigateway put-integration "${asked[@]}" --type MOCK \
    --request-templates "application/json='$(<api/mock-request.json)'"
  headers=api/auth-callback-headers.json
  names=$(grep -o 'method[.][A-Za-z.-]*' "$headers" | sed 's/$/=false/')
  aws apigateway put-method-response "${asked[@]}" --status-code 200 \
    --response-parameters "$(paste -sd, - <<<"$names")"
  aws apigateway put-integration-response "${asked[@]}" \
    --status-code 200 --response-parameters "file://$headers"

  # A stage shows changes after a deployment, and not before.
  aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
)
