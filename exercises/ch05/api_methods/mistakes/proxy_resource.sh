# One resource for every path, as quick starts make it.
# starts: before
# verdict: not done
# visitor: Every path will answer, those that are wrong included.
# lesson: A proxy resource hands over all paths, and the exercises want one by name.
# finding: fails | resource
# says: /{proxy+}
api=$(rest_api)
resource() {
  aws apigateway get-resources --rest-api-id "$api" --output text \
    --query "items[?path=='$1'].id | [0]"
}
proxy=$(aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$(resource /)" --path-part '{proxy+}' \
  --query id --output text)
aws apigateway put-method --rest-api-id "$api" --resource-id "$proxy" \
  --http-method ANY --authorization-type NONE
