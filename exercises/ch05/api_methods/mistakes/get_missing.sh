# Nobody made GET.
# starts: solved
# verdict: not done
# visitor: GET /chapters will answer 403 Missing Authentication Token.
# lesson: API Gateway answers only the verbs that it has.
# finding: fails | get
# says: OPTIONS
api=$(rest_api)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
aws apigateway delete-method --rest-api-id "$api" \
  --resource-id "$chapters" --http-method GET
