# The answer was changed, and not deployed again.
# starts: solved
# verdict: not done
# finding: fails | current
# says: another body
# says: choose Deploy API
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
there=(--rest-api-id "$api" --resource-id "$chapters"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters file://api/get-headers.json \
  --response-templates "application/json='[]'"
