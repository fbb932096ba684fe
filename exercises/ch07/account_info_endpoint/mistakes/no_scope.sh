# PUT has the authorizer and no scope, so that it takes ID tokens.
# starts: solved
# verdict: not done
# visitor: Whoever signed in gets 401 Unauthorized: the page sends the access token.
# lesson: A scope on the method means the access token, and none means the ID token.
# finding: holds | authorizer
# finding: fails | scope
# says: API Gateway takes ID tokens alone
put_again --authorization-type COGNITO_USER_POOLS \
  --authorizer-id "$(authorizer)"
