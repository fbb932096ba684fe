# The answer has its header, and no body.
# starts: solved
# verdict: not done
# finding: fails | response
# says: the answer is empty
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters file://api/get-headers.json
