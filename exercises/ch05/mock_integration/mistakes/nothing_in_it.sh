# The answer has its header, and no body.
# starts: solved
# verdict: not done
# visitor: The API will answer 200 with an empty body.
# lesson: The body of a mock stands in its integration response.
# finding: fails | response
# says: the answer is empty
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters file://api/get-headers.json
