# OPTIONS has a mock without a template that says which status it answers.
# starts: solved
# verdict: not done
# visitor: The list will appear, and a preflight will get 500, which browsers send before a PUT.
# lesson: A mock needs a statusCode, for OPTIONS as for GET.
# finding: fails | preflight
# says: without a request template
mapfile -t chapters < <(resource /chapters)
aws apigateway put-integration "${chapters[@]}" \
  --http-method OPTIONS --type MOCK
aws apigateway put-integration-response "${chapters[@]}" \
  --http-method OPTIONS --status-code 200 \
  --response-parameters file://api/options-headers.json
