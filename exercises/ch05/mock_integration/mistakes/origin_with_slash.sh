# The origin ends in a slash, so that no browser finds itself in it.
# starts: solved
# verdict: not done
# visitor: Browsers will keep the answer from the page.
# lesson: An origin ends after the host, without a slash.
# finding: fails | origin
# says: 'https://{{ domain }}/'
# says: without a slash
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters "{
    \"method.response.header.Access-Control-Allow-Origin\":
    \"'https://{{ domain }}/'\"}" \
  --response-templates \
  "application/json='$(<api/mock-response.json)'"
