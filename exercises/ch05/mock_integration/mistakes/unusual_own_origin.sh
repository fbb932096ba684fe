# Pages of the learner's website alone may read the answer.
# starts: solved
# verdict: done
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
there=(--rest-api-id "$api" --resource-id "$chapters"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters \
  "$(sed 's|\*|https://{{ domain }}|' api/get-headers.json)" \
  --response-templates \
  "application/json='$(<api/mock-response.json)'"
