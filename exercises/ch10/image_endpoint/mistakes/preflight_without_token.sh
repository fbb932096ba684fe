# OPTIONS does not name the header with the token.
# starts: solved
# verdict: not done
# visitor: The browser sends nothing, and its console shows a CORS error.
# lesson: A header that is not named may not be sent, and a star does not stand for this one.
# finding: fails | preflight
mapfile -t own < <(resource /images)
aws apigateway put-integration-response "${own[@]}" \
  --http-method OPTIONS --status-code 200 --response-parameters '{
    "method.response.header.Access-Control-Allow-Origin": "'"'*'"'",
    "method.response.header.Access-Control-Allow-Methods": "'"'POST,OPTIONS'"'",
    "method.response.header.Access-Control-Allow-Headers": "'"'Content-Type'"'"}'
deploy
