# The answer has its header, and no body.
# starts: solved
# verdict: not done
# finding: fails | response
# says: the answer is empty
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
there=(--rest-api-id "$api" --resource-id "$chapters"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters file://api/get-headers.json
