# The resource went under the one that was chosen in the tree.
# starts: before
# verdict: not done
# visitor: GET /chapters will answer 403, and GET /api/chapters would work.
# lesson: A resource's path is the way from the root through all its parents.
# finding: fails | resource
# says: /api/chapters
api=$(rest_api)
resource() {
  aws apigateway get-resources --rest-api-id "$api" --output text \
    --query "items[?path=='$1'].id | [0]"
}
above=$(aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$(resource /)" --path-part api --query id --output text)
aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$above" --path-part chapters
