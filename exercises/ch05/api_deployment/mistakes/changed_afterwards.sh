# The answer was changed, and not deployed again.
# starts: solved
# verdict: not done
# visitor: GET /chapters still gives the old answer.
# lesson: What you change, you deploy again.
# finding: fails | current
# says: another body
# says: choose Deploy API
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters file://api/get-headers.json \
  --response-templates "$(python3 -c 'import json
chapters = [{"id": 1, "title": "Another", "description": "Changed afterwards."}]
print(json.dumps({"application/json": json.dumps(chapters)}))')"
