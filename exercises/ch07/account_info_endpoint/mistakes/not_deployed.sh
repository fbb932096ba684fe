# The API was not deployed after the method was made.
# starts: solved
# verdict: not done
# visitor: The API answers 403 Missing Authentication Token, though the test in the console works.
# lesson: Visitors meet what was deployed.
# finding: fails | deployed
# says: PUT /account/info
mapfile -t put < <(put_of_info)
aws apigateway delete-method "${put[@]}"
deploy
aws apigateway put-method "${put[@]}" --authorizer-id "$(authorizer)" \
  --authorization-type COGNITO_USER_POOLS \
  --authorization-scopes aws.cognito.signin.user.admin
put_account_info_answers "${put[@]}"
