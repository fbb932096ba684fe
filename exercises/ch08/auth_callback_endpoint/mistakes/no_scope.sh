# POST has the authorizer and no scope, so that it takes ID tokens.
# starts: solved
# verdict: not done
# visitor: Whoever signs in gets 401 Unauthorized, and nothing is written down.
# lesson: A scope on the method means the access token, and none means the ID token.
# finding: fails | scope
# says: API Gateway takes ID tokens alone
post_again --authorization-type COGNITO_USER_POOLS \
  --authorizer-id "$(authorizer)"
