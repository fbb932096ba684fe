# Makes a function that sends text messages, its role, and an address of the
# API for it: one way of many.
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

  # The role, and what it may do.
  name=function-sns-send-text
  policy=arn:{{ partition }}:iam::{{ account }}:policy/$name
  document=file://policies/$name.json
  if ! aws iam get-policy --policy-arn "$policy" >/dev/null 2>&1; then
    aws iam create-policy --policy-name $name --policy-document "$document"
  else
    for version in $(aws iam list-policy-versions --policy-arn "$policy" \
      --query 'Versions[?!IsDefaultVersion].VersionId' --output text); do
      aws iam delete-policy-version --policy-arn "$policy" \
        --version-id "$version"
    done
    aws iam create-policy-version --policy-arn "$policy" \
      --policy-document "$document" --set-as-default
  fi
  aws iam get-role --role-name $name >/dev/null 2>&1 ||
    aws iam create-role --role-name $name \
      --assume-role-policy-document file://policies/lambda-trust.json
  aws iam attach-role-policy --role-name $name --policy-arn "$policy"
  for other in $(aws iam list-role-policies --role-name $name \
    --query 'PolicyNames[]' --output text); do
    aws iam delete-role-policy --role-name $name --policy-name "$other"
  done

  # The function.
  (cd functions/sns-send-text &&
    python3 -m zipfile -c function.zip index.mjs)
  package=fileb://functions/sns-send-text/function.zip
  create() {
    aws lambda create-function --function-name sns-send-text \
      --runtime nodejs24.x --architectures arm64 --timeout 10 \
      --handler index.handler --zip-file "$package" \
      --role arn:{{ partition }}:iam::{{ account }}:role/$name
  }
  if ! aws lambda get-function --function-name sns-send-text \
    >/dev/null 2>&1; then
    # It takes some seconds until Lambda may use a new role.
    for seconds in 3 5 10; do
      ! create || break
      sleep $seconds
    done
  fi
  aws lambda wait function-active-v2 --function-name sns-send-text
  aws lambda update-function-configuration \
    --function-name sns-send-text --timeout 10 \
    --runtime nodejs24.x --handler index.handler \
    --role arn:{{ partition }}:iam::{{ account }}:role/$name
  aws lambda wait function-updated-v2 --function-name sns-send-text
  aws lambda update-function-code --function-name sns-send-text \
    --architectures arm64 --zip-file "$package"
  aws lambda wait function-updated-v2 --function-name sns-send-text

  # /account, and below it /account/text.
  resource_at() {
    aws apigateway get-resources --rest-api-id "$api" \
      --query "items[?path=='$1'].id | [0]" --output text
  }
  parent=$(resource_at /)
  place=
  for part in account text; do
    place=$place/$part
    id=$(resource_at "$place")
    [[ $id != None ]] || id=$(aws apigateway create-resource \
      --rest-api-id "$api" --parent-id "$parent" --path-part "$part" \
      --query id --output text)
    parent=$id
  done
  text=(--rest-api-id "$api" --resource-id "$parent")
  put=("${text[@]}" --http-method PUT)
  asked=("${text[@]}" --http-method OPTIONS)

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
    --uri "$uri/functions/${function}:sns-send-text/invocations"

  # Browsers ask OPTIONS before, and without a token: it stays open.
  aws apigateway delete-method "${asked[@]}" 2>/dev/null || true
  aws apigateway put-method "${asked[@]}" --authorization-type NONE
  aws apigateway put-integration "${asked[@]}" --type MOCK \
    --request-templates "application/json='$(<api/mock-request.json)'"
  headers=api/account-text-headers.json
  names=$(grep -o 'method[.][A-Za-z.-]*' "$headers" | sed 's/$/=false/')
  aws apigateway put-method-response "${asked[@]}" --status-code 200 \
    --response-parameters "$(paste -sd, <<<"$names")"
  aws apigateway put-integration-response "${asked[@]}" \
    --status-code 200 --response-parameters "file://$headers"

  # The API may invoke the function, for this method, and no other API may.
  for statement in $(aws lambda get-policy --output text --query Policy \
    --function-name sns-send-text 2>/dev/null |
    python3 -c 'import json, sys; print(*[it["Sid"]
      for it in json.loads(sys.stdin.read() or "{}").get("Statement", [])
      if "apigateway" in str(it["Principal"])])'); do
    aws lambda remove-permission --function-name sns-send-text \
      --statement-id "$statement"
  done
  source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
  aws lambda add-permission --function-name sns-send-text \
    --statement-id website-sns-send-text \
    --action lambda:InvokeFunction \
    --principal apigateway.amazonaws.com \
    --source-arn "${source}:$api/*/PUT/account/text"

  # A stage shows changes after a deployment, and not before.
  aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
)
