# Page and method agree on the ID token.
# starts: solved
# verdict: done
# visitor: Each sign-in is written down.
# lesson: A method without a scope takes the ID token.
# finding: holds | token
# says: with the ID token
edit_script auth-callback.js 's|record(tokens.access_token)|record(tokens.id_token)|'
post_again --authorization-type COGNITO_USER_POOLS \
  --authorizer-id "$(authorizer)"
