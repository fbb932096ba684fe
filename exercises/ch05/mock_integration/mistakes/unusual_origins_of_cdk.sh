# OPTIONS names another origin, and a template puts the own one in its place.
# starts: solved
# verdict: done
# visitor: Pages of the website will read the chapters.
# lesson: A template of the answer may override its headers.
mapfile -t chapters < <(resource /chapters)
printf '%s\n' '#set($from = $input.params("Origin"))' \
  '#if($from.matches("https://.*"))' \
  '#set($known = ["https://www.{{ domain }}", "https://{{ domain }}"])' \
  '#if($known.contains($from))' \
  '#set($context.responseOverride.header.Access-Control-Allow-Origin = $from)' \
  '#end' '#end' >template.vtl
aws apigateway put-integration-response "${chapters[@]}" \
  --http-method OPTIONS --status-code 200 --response-parameters \
  "$(sed "s#'\*'#'https://www.{{ domain }}'#" api/options-headers.json)" \
  --response-templates "$(python3 -c 'import json
print(json.dumps({"application/json": open("template.vtl").read()}))')"
rm template.vtl
