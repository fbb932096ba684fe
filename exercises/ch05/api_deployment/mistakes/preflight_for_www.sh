# The answer to OPTIONS names an origin that the pages do not have.
# starts: before
# verdict: not done
# visitor: The list appears, and a request that needs a preflight is refused by the browser.
# lesson: An origin is compared letter by letter.
# finding: fails | preflight
# says: Access-Control-Allow-Origin: https://www.{{ domain }}
mapfile -t chapters < <(resource /chapters)
aws apigateway put-integration-response "${chapters[@]}" \
  --http-method OPTIONS --status-code 200 --response-parameters \
  "$(sed "s|'\*'|'https://www.{{ domain }}'|" api/options-headers.json)"
aws apigateway create-deployment --rest-api-id "$(rest_api)" --stage-name v1
