# The scope is one that the app client gives to nobody.
# starts: solved
# verdict: not done
# visitor: Whoever signed in gets 401 Unauthorized.
# lesson: A token has the scopes that the app client allows and the link asks for.
# finding: fails | scope
# says: No token of your website has such a scope
put_again --authorization-type COGNITO_USER_POOLS \
  --authorizer-id "$(authorizer)" --authorization-scopes account/write
