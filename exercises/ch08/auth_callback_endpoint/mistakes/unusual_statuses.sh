# The answer is for statuses that begin with a 2, for the pages of the website alone, and another one tells of errors.
# starts: solved
# verdict: done
# visitor: Each sign-in is written down.
# lesson: A status regex tells which answer goes out.
# finding: holds | answer
mapfile -t post < <(post_of_callback)
name=method.response.header.Access-Control-Allow-Origin
for status in 204 500; do
  aws apigateway put-method-response "${post[@]}" --status-code "$status" \
    --response-parameters "$name=false"
done
aws apigateway delete-integration-response "${post[@]}" --status-code 200
aws apigateway put-integration-response "${post[@]}" --status-code 204 \
  --selection-pattern '2\d{2}' \
  --response-parameters '{"'"$name"'": "'"'https://{{ domain }}'"'"}'
aws apigateway put-integration-response "${post[@]}" --status-code 500 \
  --response-parameters '{"'"$name"'": "'"'*'"'"}'
deploy
