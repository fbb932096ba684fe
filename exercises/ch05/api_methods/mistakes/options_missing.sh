# Cross-origin resource sharing was not turned on, so OPTIONS is missing.
# starts: solved
# verdict: not done
# visitor: The list will appear, and the preflight of a later chapter's page will fail.
# lesson: Browsers ask with OPTIONS before they send anything unusual.
# finding: fails | options
# says: GET
api=$(rest_api)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
aws apigateway delete-method --rest-api-id "$api" \
  --resource-id "$chapters" --http-method OPTIONS
