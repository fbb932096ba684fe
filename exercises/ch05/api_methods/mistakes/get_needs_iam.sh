# GET asks for a signature, which no browser gives.
# starts: solved
# verdict: not done
# visitor: GET /chapters will answer 403 Missing Authentication Token.
# lesson: A page has no keys of IAM to sign with.
# finding: fails | get
# says: AWS_IAM
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}" --http-method GET)
aws apigateway delete-method "${there[@]}"
aws apigateway put-method "${there[@]}" --authorization-type AWS_IAM
