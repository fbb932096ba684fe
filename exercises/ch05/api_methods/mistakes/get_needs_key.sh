# GET asks for an API key.
# starts: solved
# verdict: not done
# finding: fails | get
# says: needs an API key
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}" --http-method GET)
aws apigateway delete-method "${there[@]}"
aws apigateway put-method "${there[@]}" --authorization-type NONE \
  --api-key-required
