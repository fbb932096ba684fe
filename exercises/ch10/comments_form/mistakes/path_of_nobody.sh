# The script sends to a path that the API does not have.
# starts: solved
# verdict: not done
# visitor: Nothing is saved; the browser's console shows a CORS error.
# lesson: The page and the API must agree on the path, letter by letter.
# finding: fails | sends
# says: POST /comment, which it has not
api=$(rest_api)
root=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/'].id | [0]" --output text)
aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$root" --path-part comments
mapfile -t own < <(resource /comments)
aws apigateway put-method "${own[@]}" --http-method POST \
  --authorization-type NONE
edit_script comments.js 's|${API}/comments|${API}/comment|'
