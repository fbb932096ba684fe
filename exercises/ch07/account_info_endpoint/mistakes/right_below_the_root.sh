# The resource info was created at the root, and not below account.
# starts: solved
# verdict: not done
# visitor: The API answers 403 Missing Authentication Token.
# lesson: A resource is created below the one that is chosen in the list.
# finding: fails | method
# says: the resource /info
api=$(rest_api)
root=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/'].id | [0]" --output text)
account=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/account'].id | [0]" --output text)
mapfile -t info < <(resource /account/info)
aws apigateway delete-resource "${info[@]}"
aws apigateway delete-resource --rest-api-id "$api" --resource-id "$account"
aws apigateway create-resource --rest-api-id "$api" --parent-id "$root" \
  --path-part info
deploy
