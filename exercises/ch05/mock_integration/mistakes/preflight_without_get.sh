# OPTIONS allows another method than GET.
# starts: solved
# verdict: not done
# finding: fails | preflight
# says: PUT,OPTIONS
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
there=(--rest-api-id "$api" --resource-id "$chapters"
  --http-method OPTIONS --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters "$(sed s/GET,/PUT,/ api/options-headers.json)"
