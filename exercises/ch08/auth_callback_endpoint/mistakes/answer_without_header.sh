# The answer has no header for pages of other origins.
# starts: solved
# verdict: not done
# visitor: The item is written down, and the page shows a CORS error.
# lesson: OPTIONS and the answer itself need the header, both.
# finding: fails | answer
# says: no value for Access-Control-Allow-Origin
mapfile -t post < <(post_of_callback)
aws apigateway delete-integration-response "${post[@]}" --status-code 200
aws apigateway put-integration-response "${post[@]}" --status-code 200
deploy
