# One resource takes every path below /account and every verb, as another tool makes it.
# starts: solved
# verdict: done
# visitor: Whoever signed in changes the name.
# lesson: A proxy resource answers for all paths below it that have no resource of their own.
# finding: holds | method
# says: /account/{proxy+}
api=$(rest_api)
mapfile -t info < <(resource /account/info)
account=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/account'].id | [0]" --output text)
aws apigateway delete-resource "${info[@]}"
proxy=$(aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$account" --path-part '{proxy+}' --query id --output text)
there=(--rest-api-id "$api" --resource-id "$proxy")
aws apigateway put-method "${there[@]}" --http-method ANY \
  --authorization-type COGNITO_USER_POOLS \
  --authorizer-id "$(authorizer)" \
  --authorization-scopes aws.cognito.signin.user.admin openid
put_account_info_answers "${there[@]}" --http-method ANY
aws apigateway put-method "${there[@]}" --http-method OPTIONS \
  --authorization-type NONE
aws apigateway put-integration "${there[@]}" --http-method OPTIONS \
  --type MOCK --request-templates "application/json='{ statusCode: 200 }'"
headers=method.response.header.Access-Control-Allow
aws apigateway put-method-response "${there[@]}" --http-method OPTIONS \
  --status-code 204 --response-parameters \
  "$headers-Origin=false,$headers-Methods=false,$headers-Headers=false"
aws apigateway put-integration-response "${there[@]}" \
  --http-method OPTIONS --status-code 204 --response-parameters '{
    "'"$headers"'-Origin": "'"'https://{{ domain }}'"'",
    "'"$headers"'-Methods": "'"'OPTIONS,GET,PUT,POST,DELETE'"'",
    "'"$headers"'-Headers": "'"'content-type,x-api-key,authorization'"'"}'
source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
only_permission --source-arn "$source:$api/*/*/account/*"
deploy
