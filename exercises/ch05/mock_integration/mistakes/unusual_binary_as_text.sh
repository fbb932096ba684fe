# Everything counts as binary, and both mocks turn it into text.
# starts: solved
# verdict: done
# visitor: GET answers with the chapters, and OPTIONS with the headers.
# lesson: CONVERT_TO_TEXT makes text of bytes before a template applies.
mapfile -t chapters < <(resource /chapters)
aws apigateway update-rest-api --rest-api-id "$(rest_api)" \
  --patch-operations 'op=add,path=/binaryMediaTypes/*~1*,value=*/*'
for verb in GET OPTIONS; do
  headers=api/$(tr '[:upper:]' '[:lower:]' <<<"$verb")-headers.json
  body=
  [[ $verb == OPTIONS ]] || body=$(<api/mock-response.json)
  aws apigateway put-integration "${chapters[@]}" --http-method "$verb" \
    --type MOCK --content-handling CONVERT_TO_TEXT \
    --request-templates "application/json='$(<api/mock-request.json)'"
  aws apigateway put-integration-response "${chapters[@]}" \
    --http-method "$verb" --status-code 200 \
    --response-parameters "file://$headers" \
    --response-templates "application/json='$body'"
done
