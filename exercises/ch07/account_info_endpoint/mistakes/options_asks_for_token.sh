# OPTIONS has the authorizer as well.
# starts: solved
# verdict: not done
# visitor: The page shows a CORS error: the browser's question gets 401.
# lesson: Browsers ask OPTIONS without a token, so it stays open.
# finding: fails | preflight
# says: OPTIONS asks who is there
mapfile -t info < <(resource /account/info)
aws apigateway delete-method "${info[@]}" --http-method OPTIONS
aws apigateway put-method "${info[@]}" --http-method OPTIONS \
  --authorization-type COGNITO_USER_POOLS --authorizer-id "$(authorizer)"
aws apigateway put-integration "${info[@]}" --http-method OPTIONS \
  --type MOCK --request-templates \
  "application/json='$(<api/mock-request.json)'"
deploy
