# One method for all verbs.
# starts: solved
# verdict: done
# visitor: GET and OPTIONS will answer, and every other verb too.
# lesson: The method ANY stands for all verbs.
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}")
aws apigateway delete-method "${there[@]}" --http-method GET
aws apigateway delete-method "${there[@]}" --http-method OPTIONS
aws apigateway put-method "${there[@]}" --http-method ANY \
  --authorization-type NONE
