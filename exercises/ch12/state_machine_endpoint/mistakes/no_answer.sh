# There is no integration response.
# starts: solved
# verdict: not done
# visitor: Whoever calls it gets 500, and an execution is started all the same.
# lesson: What is no proxy answers nothing by itself.
# finding: fails | answer
# says: integration response
mapfile -t post < <(post_of_executions)
aws apigateway delete-integration-response "${post[@]}" --status-code 200
deploy
