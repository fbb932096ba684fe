# Pages of the learner's website alone may read the answer.
# starts: solved
# verdict: done
# visitor: The page will show the list, and pages of others will not.
# lesson: One origin is stricter than all of them, and right.
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method GET --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters \
  "$(sed 's|\*|https://{{ domain }}|' api/get-headers.json)" \
  --response-templates \
  "application/json='$(<api/mock-response.json)'"
