# Makes a function that looks at images, and a method of the API that calls
# it: one way of many.
(
  # The role, and what it may do.
  role=function-analyze-images
  aws iam get-role --role-name $role >/dev/null 2>&1 ||
    aws iam create-role --role-name $role \
      --assume-role-policy-document file://policies/lambda-trust.json
  aws iam put-role-policy --role-name $role --policy-name $role \
    --policy-document file://policies/$role.json

  # The function.
  (cd functions/analyze-images && python3 -m zipfile -c function.zip index.mjs)
  package=fileb://functions/analyze-images/function.zip
  create() {
    aws lambda create-function --function-name analyze-images \
      --runtime nodejs24.x --architectures arm64 --timeout 30 \
      --handler index.handler --zip-file "$package" \
      --role arn:{{ partition }}:iam::{{ account }}:role/$role
  }
  if ! aws lambda get-function --function-name analyze-images \
    >/dev/null 2>&1; then
    # It takes some seconds until Lambda may use a new role.
    for seconds in 3 5 10; do
      ! create || break
      sleep $seconds
    done
  fi
  aws lambda wait function-active-v2 --function-name analyze-images
  aws lambda update-function-configuration \
    --function-name analyze-images --timeout 30 \
    --runtime nodejs24.x --handler index.handler \
    --role arn:{{ partition }}:iam::{{ account }}:role/$role
  aws lambda wait function-updated-v2 --function-name analyze-images
  aws lambda update-function-code --function-name analyze-images \
    --architectures arm64 --zip-file "$package"
  aws lambda wait function-updated-v2 --function-name analyze-images

  # /labels, with a method that hands the request to the function.
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
  for part in labels; do
    place=$place/$part
    id=$(resource_at "$place")
    [[ $id != None ]] || id=$(aws apigateway create-resource \
      --rest-api-id "$api" --parent-id "$parent" --path-part "$part" \
      --query id --output text)
    parent=$id
  done
  own=(--rest-api-id "$api" --resource-id "$parent")
  taken=("${own[@]}" --http-method GET)
  asked=("${own[@]}" --http-method OPTIONS)

  # A scope says that the method takes the access token. A method that is
  # there already cannot be put again.
  aws apigateway delete-method "${taken[@]}" 2>/dev/null || true
  aws apigateway put-method "${taken[@]}" --authorizer-id "$users" \
    --authorization-type COGNITO_USER_POOLS \
    --authorization-scopes aws.cognito.signin.user.admin
  uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
  function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
  aws apigateway put-integration "${taken[@]}" --type AWS_PROXY \
    --integration-http-method POST \
    --uri "$uri/functions/${function}:analyze-images/invocations"

  # Browsers ask OPTIONS before, and without a token: it stays open.
  aws apigateway delete-method "${asked[@]}" 2>/dev/null || true
  aws apigateway put-method "${asked[@]}" --authorization-type NONE
  aws apigateway put-integration "${asked[@]}" --type MOCK \
    --request-templates "application/json='$(<api/mock-request.json)'"
  headers=api/labels-headers.json
  names=$(grep -o 'method[.][A-Za-z.-]*' "$headers" | sed 's/$/=false/')
  aws apigateway put-method-response "${asked[@]}" --status-code 200 \
    --response-parameters "$(paste -sd, - <<<"$names")"
  aws apigateway put-integration-response "${asked[@]}" \
    --status-code 200 --response-parameters "file://$headers"

  # The API may invoke the function, for this method, and no other API may.
  aws lambda remove-permission --function-name analyze-images \
    --statement-id website-analyze-images >/dev/null 2>&1 || true
  source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
  aws lambda add-permission --function-name analyze-images \
    --statement-id website-analyze-images \
    --action lambda:InvokeFunction \
    --principal apigateway.amazonaws.com \
    --source-arn "${source}:$api/*/GET/labels"

  # A stage shows changes after a deployment, and not before.
  aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
)
