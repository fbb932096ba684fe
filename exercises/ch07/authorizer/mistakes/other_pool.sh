# The authorizer takes the tokens of a pool that is not the website's.
# starts: solved
# verdict: not done
# visitor: Whoever signed in will get 401 Unauthorized.
# lesson: An authorizer takes the tokens of the pools that it names, and no others.
# finding: fails | pool
# says: a pool that was made again has another id
other=$(aws cognito-idp create-user-pool --pool-name first-try \
  --query UserPool.Id --output text)
only_authorizer --type COGNITO_USER_POOLS \
  --provider-arns "$(user_pool_arn "$other")" \
  --identity-source method.request.header.Authorization
