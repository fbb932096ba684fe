# The request template was left empty.
# starts: solved
# verdict: not done
# visitor: The API will answer 500.
# lesson: A mock needs a request template that says which status to send.
# finding: fails | request
# says: no template
api=$(rest_api)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$chapters" --http-method GET --type MOCK
aws apigateway put-integration-response --rest-api-id "$api" \
  --resource-id "$chapters" --http-method GET --status-code 200 \
  --response-parameters file://api/get-headers.json \
  --response-templates "application/json='$(<api/mock-response.json)'"
