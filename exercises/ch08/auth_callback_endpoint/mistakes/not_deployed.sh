# The API was not deployed after the method was made.
# starts: solved
# verdict: not done
# visitor: The API answers 403 Missing Authentication Token, though the test in the console works.
# lesson: Visitors meet what was deployed.
# finding: fails | deployed
# says: POST /analytics/auth-callback
mapfile -t callback < <(resource /analytics/auth-callback)
aws apigateway delete-resource "${callback[@]}"
deploy
api=$(rest_api)
parent=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/analytics'].id | [0]" --output text)
created=$(aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$parent" --path-part auth-callback --query id --output text)
post=(--rest-api-id "$api" --resource-id "$created" --http-method POST)
aws apigateway put-method "${post[@]}" --authorizer-id "$(authorizer)" \
  --authorization-type COGNITO_USER_POOLS \
  --authorization-scopes aws.cognito.signin.user.admin
