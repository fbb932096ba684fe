# OPTIONS allows another method than GET.
# starts: solved
# verdict: not done
# visitor: The list will appear: browsers let every GET pass, though the preflight leaves it out.
# lesson: The preflight's answer names every verb of the path; browsers insist on it for verbs such as PUT.
# finding: fails | preflight
# says: PUT,OPTIONS
mapfile -t chapters < <(resource /chapters)
there=("${chapters[@]}"
  --http-method OPTIONS --status-code 200)
aws apigateway put-integration-response "${there[@]}" \
  --response-parameters "$(sed s/GET,/PUT,/ api/options-headers.json)"
