# The API was not deployed after the method was made.
# starts: solved
# verdict: not done
# visitor: The API answers 403 Missing Authentication Token, though the test in the console works.
# lesson: Visitors meet what was deployed.
# finding: fails | deployed
# says: POST /analytics/auth-callback
mapfile -t post < <(post_of_callback)
aws apigateway delete-method "${post[@]}"
deploy
make_post --authorizer-id "$(authorizer)" \
  --authorization-type COGNITO_USER_POOLS \
  --authorization-scopes aws.cognito.signin.user.admin
