# The answer looks like what a function returns.
# starts: solved
# verdict: not done
# visitor: The API will answer an object with statusCode and body instead of the list.
# lesson: A mock sends its template as it is.
# finding: fails | response
# says: statusCode and body
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters file://api/get-headers.json \
  --response-templates \
  '{"application/json": "{\"statusCode\": 200, \"body\": \"[]\"}"}'
