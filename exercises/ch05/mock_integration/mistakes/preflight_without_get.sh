# OPTIONS allows another method than GET.
# starts: solved
# verdict: not done
# visitor: A preflighted GET is refused by the browser.
# lesson: The preflight's answer must name the verb that follows.
# finding: fails | preflight
# says: PUT,OPTIONS
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method OPTIONS --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters "$(sed s/GET,/PUT,/ api/options-headers.json)"
