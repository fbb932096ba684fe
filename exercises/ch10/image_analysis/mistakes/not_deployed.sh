# The API was not deployed after the method was made.
# starts: solved
# verdict: not done
# visitor: The API answers 403 Missing Authentication Token, though the test in the console works.
# lesson: Visitors meet what was deployed.
# finding: holds | called
# finding: fails | on
mapfile -t taken < <(resource /labels)
taken+=(--http-method GET)
aws apigateway delete-method "${taken[@]}"
deploy
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws apigateway put-method "${taken[@]}" --authorizer-id "$(authorizer)" \
  --authorization-type COGNITO_USER_POOLS \
  --authorization-scopes aws.cognito.signin.user.admin
aws apigateway put-integration "${taken[@]}" --type AWS_PROXY \
  --integration-http-method POST \
  --uri "$uri/functions/$function:analyze-images/invocations"
