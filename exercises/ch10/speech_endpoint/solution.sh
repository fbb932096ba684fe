# Makes /speech of the API and the function behind it: one way of many.
(
  # The table, if an exercise before has not made it.
  if ! aws dynamodb describe-table --table-name text-to-speech >/dev/null 2>&1; then
    aws dynamodb create-table --table-name text-to-speech \
      --attribute-definitions AttributeName=id,AttributeType=S \
      --key-schema AttributeName=id,KeyType=HASH \
      --billing-mode PAY_PER_REQUEST
  fi
  aws dynamodb wait table-exists --table-name text-to-speech

  # The role, and what it may do.
  role=function-put-speech
  aws iam get-role --role-name $role >/dev/null 2>&1 ||
    aws iam create-role --role-name $role \
      --assume-role-policy-document file://policies/lambda-trust.json
  aws iam put-role-policy --role-name $role --policy-name $role \
    --policy-document file://policies/$role.json

  # The function.
  (cd functions/put-speech && python3 -m zipfile -c function.zip index.mjs)
  package=fileb://functions/put-speech/function.zip
  create() {
    aws lambda create-function --function-name put-speech \
      --runtime nodejs24.x --architectures arm64 --timeout 30 \
      --handler index.handler --zip-file "$package" \
      --role arn:{{ partition }}:iam::{{ account }}:role/$role
  }
  if ! aws lambda get-function --function-name put-speech \
    >/dev/null 2>&1; then
    # It takes some seconds until Lambda may use a new role.
    for seconds in 3 5 10; do
      ! create || break
      sleep $seconds
    done
  fi
  aws lambda wait function-active-v2 --function-name put-speech
  aws lambda update-function-configuration \
    --function-name put-speech --timeout 30 \
    --runtime nodejs24.x --handler index.handler \
    --role arn:{{ partition }}:iam::{{ account }}:role/$role
  aws lambda wait function-updated-v2 --function-name put-speech
  aws lambda update-function-code --function-name put-speech \
    --architectures arm64 --zip-file "$package"
  aws lambda wait function-updated-v2 --function-name put-speech

  # /speech, with a method that hands the request to the function.
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
  resource_at() {
    aws apigateway get-resources --rest-api-id "$api" \
      --query "items[?path=='$1'].id | [0]" --output text
  }
  parent=$(resource_at /)
  place=
  for part in speech; do
    place=$place/$part
    id=$(resource_at "$place")
    [[ $id != None ]] || id=$(aws apigateway create-resource \
      --rest-api-id "$api" --parent-id "$parent" --path-part "$part" \
      --query id --output text)
    parent=$id
  done
  own=(--rest-api-id "$api" --resource-id "$parent")
  asked=("${own[@]}" --http-method OPTIONS)

  # A scope says that the method takes the access token. A method that is
  # there already cannot be put again.
  uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
  function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
  for verb in POST GET; do
    taken=("${own[@]}" --http-method "$verb")
    aws apigateway delete-method "${taken[@]}" 2>/dev/null || true
    aws apigateway put-method "${taken[@]}" --authorizer-id "$users" \
      --authorization-type COGNITO_USER_POOLS \
      --authorization-scopes aws.cognito.signin.user.admin
    aws apigateway put-integration "${taken[@]}" --type AWS_PROXY \
      --integration-http-method POST \
      --uri "$uri/functions/${function}:put-speech/invocations"
  done

  # Browsers ask OPTIONS before, and without a token: it stays open.
  aws apigateway delete-method "${asked[@]}" 2>/dev/null || true
  aws apigateway put-method "${asked[@]}" --authorization-type NONE
  aws apigateway put-integration "${asked[@]}" --type MOCK \
    --request-templates "application/json='$(<api/mock-request.json)'"
  headers=api/speech-headers.json
  names=$(grep -o 'method[.][A-Za-z.-]*' "$headers" | sed 's/$/=false/')
  aws apigateway put-method-response "${asked[@]}" --status-code 200 \
    --response-parameters "$(paste -sd, - <<<"$names")"
  aws apigateway put-integration-response "${asked[@]}" \
    --status-code 200 --response-parameters "file://$headers"

  # The API may invoke the function, for this method, and no other API may.
  aws lambda remove-permission --function-name put-speech \
    --statement-id website-put-speech >/dev/null 2>&1 || true
  source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
  aws lambda add-permission --function-name put-speech \
    --statement-id website-put-speech \
    --action lambda:InvokeFunction \
    --principal apigateway.amazonaws.com \
    --source-arn "${source}:$api/*/*/speech"

  # A stage shows changes after a deployment, and not before.
  aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
)
