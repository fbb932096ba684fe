# The stage was deployed when the API had no method GET yet.
# starts: before
# verdict: not done
# visitor: GET /chapters answers 403 Missing Authentication Token.
# lesson: A deployment is a copy, and what comes later is not in it.
# finding: fails | serves
# says: OPTIONS /chapters
api=$(rest_api)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
there=(--rest-api-id "$api" --resource-id "$chapters" --http-method GET)
aws apigateway delete-method "${there[@]}"
aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
aws apigateway put-method "${there[@]}" --authorization-type NONE
answer=("${there[@]}" --status-code 200)
aws apigateway put-integration "${there[@]}" --type MOCK \
  --request-templates "application/json='$(<api/mock-request.json)'"
aws apigateway put-method-response "${answer[@]}" --response-parameters \
  method.response.header.Access-Control-Allow-Origin=false
aws apigateway put-integration-response "${answer[@]}" \
  --response-parameters file://api/get-headers.json \
  --response-templates "application/json='$(<api/mock-response.json)'"
