# GET asks for an API key.
# starts: solved
# verdict: not done
# visitor: GET /chapters will answer 403 Forbidden.
# lesson: A key in a public page is no secret, so public data needs none.
# finding: fails | get
# says: needs an API key
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}" --http-method GET)
aws apigateway delete-method "${there[@]}"
aws apigateway put-method "${there[@]}" --authorization-type NONE \
  --api-key-required
