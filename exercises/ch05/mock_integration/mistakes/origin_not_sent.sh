# The header is declared, and nobody gave it a value.
# starts: solved
# verdict: not done
# finding: fails | origin
# says: no value for Access-Control-Allow-Origin
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-templates \
  "application/json='$(<api/mock-response.json)'"
