# The authorizer is for a user pool that is not the website's.
# starts: solved
# verdict: not done
# visitor: Whoever has signed in gets 401, as everybody else does.
# lesson: A token is worth something to the pool that gave it, and to nobody else.
# finding: fails | authorizer
pool=$(aws cognito-idp create-user-pool --pool-name another \
  --query UserPool.Arn --output text)
other=$(aws apigateway create-authorizer --rest-api-id "$(rest_api)" \
  --name another --type COGNITO_USER_POOLS --provider-arns "$pool" \
  --identity-source method.request.header.Authorization \
  --query id --output text)
mapfile -t taken < <(resource /comments)
taken+=(--http-method POST)
aws apigateway delete-method "${taken[@]}"
aws apigateway put-method "${taken[@]}" --authorizer-id "$other" \
  --authorization-type COGNITO_USER_POOLS \
  --authorization-scopes aws.cognito.signin.user.admin
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws apigateway put-integration "${taken[@]}" --type AWS_PROXY \
  --integration-http-method POST \
  --uri "$uri/functions/$function:put-comment/invocations"
deploy
