# One method for all verbs.
# starts: solved
# verdict: done
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
there=(--rest-api-id "$api" --resource-id "$chapters")
aws apigateway delete-method "${there[@]}" --http-method GET
aws apigateway delete-method "${there[@]}" --http-method OPTIONS
aws apigateway put-method "${there[@]}" --http-method ANY \
  --authorization-type NONE
