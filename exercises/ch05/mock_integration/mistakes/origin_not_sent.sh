# The header is declared, and nobody gave it a value.
# starts: solved
# verdict: not done
# visitor: Browsers will keep the answer from the page.
# lesson: Declaring a header does not give it a value.
# finding: fails | origin
# says: no value for Access-Control-Allow-Origin
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-templates \
  "application/json='$(<api/mock-response.json)'"
