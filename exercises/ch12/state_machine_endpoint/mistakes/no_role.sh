# The integration has no execution role.
# starts: solved
# verdict: not done
# visitor: Whoever calls it gets 500.
# lesson: A service of AWS is asked with a role, always.
# finding: fails | role
# says: no execution role
mapfile -t post < <(post_of_executions)
aws apigateway put-integration "${post[@]}" --type AWS \
  --integration-http-method POST \
  --uri arn:{{ partition }}:apigateway:{{ region }}:states:action/StartExecution \
  --request-templates file://api/start-execution.json
aws apigateway put-integration-response "${post[@]}" --status-code 200
deploy
