# The status stands in quotation marks.
# starts: solved
# verdict: not done
# visitor: The API will answer 500.
# lesson: The status of a mock is a number without quotes.
# finding: fails | request
# says: without quotation marks
api=$(rest_api)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$chapters" --http-method GET --type MOCK \
  --request-templates \
  '{"application/json": "{\"statusCode\": \"200\"}"}'
aws apigateway put-integration-response --rest-api-id "$api" \
  --resource-id "$chapters" --http-method GET --status-code 200 \
  --response-parameters file://api/get-headers.json \
  --response-templates "application/json='$(<api/mock-response.json)'"
