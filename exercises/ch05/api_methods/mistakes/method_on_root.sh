# GET was made at the root of the API.
# starts: before
# verdict: not done
# visitor: GET / will answer, and GET /chapters 403.
# lesson: A method belongs to the resource that is chosen when you make it.
# finding: fails | resource
# says: GET at /
api=$(rest_api)
resource() {
  aws apigateway get-resources --rest-api-id "$api" --output text \
    --query "items[?path=='$1'].id | [0]"
}
aws apigateway put-method --rest-api-id "$api" \
  --resource-id "$(resource /)" --http-method GET \
  --authorization-type NONE
