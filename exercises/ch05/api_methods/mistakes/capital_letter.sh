# The resource begins with a capital letter.
# starts: before
# verdict: not done
# visitor: GET /chapters will answer 403 Missing Authentication Token.
# lesson: Paths distinguish capital letters.
# finding: fails | resource
# says: /Chapters
# says: capital letters
api=$(rest_api)
resource() {
  aws apigateway get-resources --rest-api-id "$api" --output text \
    --query "items[?path=='$1'].id | [0]"
}
aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$(resource /)" --path-part Chapters
