# PUT has an authorizer that takes the tokens of another pool.
# starts: solved
# verdict: not done
# visitor: Whoever signed in gets 401 Unauthorized.
# lesson: An API may have several authorizers, and each method names one.
# finding: fails | authorizer
# says: a pool that was made again has another id
pool=$(aws cognito-idp create-user-pool --pool-name first-try \
  --query UserPool.Id --output text)
other=$(aws apigateway create-authorizer --rest-api-id "$(rest_api)" \
  --name first-try --type COGNITO_USER_POOLS \
  --provider-arns "$(user_pool_arn "$pool")" \
  --identity-source method.request.header.Authorization \
  --query id --output text)
put_again --authorization-type COGNITO_USER_POOLS \
  --authorizer-id "$other" \
  --authorization-scopes aws.cognito.signin.user.admin
