# GET asks for an API key.
# starts: solved
# verdict: not done
# finding: fails | get
# says: needs an API key
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
there=(--rest-api-id "$api" --resource-id "$chapters" --http-method GET)
aws apigateway delete-method "${there[@]}"
aws apigateway put-method "${there[@]}" --authorization-type NONE \
  --api-key-required
