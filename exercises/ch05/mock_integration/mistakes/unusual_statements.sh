# The templates have statements, and the status no quotation marks.
# starts: solved
# verdict: done
# visitor: The page will show the list.
# lesson: Templates may hold statements, and JSON is read leniently there.
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}" --http-method GET)
aws apigateway put-integration "${there[@]}" --type MOCK \
  --request-templates '{"application/json": "{ statusCode: 200 }"}'
aws apigateway put-integration-response "${there[@]}" --status-code 200 \
  --response-parameters file://api/get-headers.json \
  --response-templates \
  "application/json='#set(\$number = 1)
    [{\"id\": \$number, \"title\": \"One\", \"description\": \"First\"}]'"
