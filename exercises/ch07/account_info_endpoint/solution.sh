# Puts the function behind PUT /account/info, for users of the pool alone.
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

  # /account, and below it /account/info.
  resource_at() {
    aws apigateway get-resources --rest-api-id "$api" \
      --query "items[?path=='$1'].id | [0]" --output text
  }
  parent=$(resource_at /)
  place=
  for part in account info; do
    place=$place/$part
    id=$(resource_at "$place")
    [[ $id != None ]] || id=$(aws apigateway create-resource \
      --rest-api-id "$api" --parent-id "$parent" --path-part "$part" \
      --query id --output text)
    parent=$id
  done
  info=(--rest-api-id "$api" --resource-id "$parent")
  put=("${info[@]}" --http-method PUT)
  asked=("${info[@]}" --http-method OPTIONS)

  # A scope says that the method takes the access token. A method that is
  # there already cannot be put again.
  aws apigateway delete-method "${put[@]}" 2>/dev/null || true
  aws apigateway put-method "${put[@]}" --authorizer-id "$users" \
    --authorization-type COGNITO_USER_POOLS \
    --authorization-scopes aws.cognito.signin.user.admin
  uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
  function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
  aws apigateway put-integration "${put[@]}" --type AWS_PROXY \
    --integration-http-method POST \
    --uri "$uri/functions/${function}:put-account-info/invocations"

  # Browsers ask OPTIONS before, and without a token: it stays open.
  aws apigateway delete-method "${asked[@]}" 2>/dev/null || true
  aws apigateway put-method "${asked[@]}" --authorization-type NONE
  aws apigateway put-integration "${asked[@]}" --type MOCK \
    --request-templates "application/json='$(<api/mock-request.json)'"
  headers=api/account-info-headers.json
  names=$(grep -o 'method[.][A-Za-z.-]*' "$headers" | sed 's/$/=false/')
  aws apigateway put-method-response "${asked[@]}" --status-code 200 \
    --response-parameters "$(paste -sd, <<<"$names")"
  aws apigateway put-integration-response "${asked[@]}" \
    --status-code 200 --response-parameters "file://$headers"

  # The API may invoke the function, for this method, and no other API may.
  for statement in $(aws lambda get-policy --output text --query Policy \
    --function-name put-account-info 2>/dev/null |
    python3 -c 'import json, sys; print(*[it["Sid"]
      for it in json.loads(sys.stdin.read() or "{}").get("Statement", [])
      if "apigateway" in str(it["Principal"])])'); do
    aws lambda remove-permission --function-name put-account-info \
      --statement-id "$statement"
  done
  source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
  aws lambda add-permission --function-name put-account-info \
    --statement-id website-put-account-info \
    --action lambda:InvokeFunction \
    --principal apigateway.amazonaws.com \
    --source-arn "${source}:$api/*/PUT/account/info"

  # A stage shows changes after a deployment, and not before.
  aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
)
