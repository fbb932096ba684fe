# The token source is a header of another name.
# starts: solved
# verdict: not done
# visitor: Whoever signed in will get 401 Unauthorized.
# lesson: The authorizer looks into one header alone, the one that your page sends.
# finding: holds | pool
# finding: fails | header
# says: method.request.header.token
only_authorizer --type COGNITO_USER_POOLS \
  --provider-arns "$(user_pool_arn)" \
  --identity-source method.request.header.token
