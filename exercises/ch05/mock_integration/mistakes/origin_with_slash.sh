# The origin ends in a slash, so that no browser finds itself in it.
# starts: solved
# verdict: not done
# finding: fails | origin
# says: 'https://{{ domain }}/'
# says: without a slash
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
there=(--rest-api-id "$api" --resource-id "$chapters"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters "{
    \"method.response.header.Access-Control-Allow-Origin\":
    \"'https://{{ domain }}/'\"}" \
  --response-templates \
  "application/json='$(<api/mock-response.json)'"
