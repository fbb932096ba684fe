# The authorizer still names a pool that was deleted and made again.
# starts: solved
# verdict: not done
# visitor: Whoever signed in will get 401 Unauthorized.
# lesson: A pool of the same name is another pool, with another id.
# finding: fails | pool
# says: one that is deleted
only_authorizer --type COGNITO_USER_POOLS \
  --provider-arns "$(user_pool_arn {{ region }}_DeletedXX)" \
  --identity-source method.request.header.Authorization
