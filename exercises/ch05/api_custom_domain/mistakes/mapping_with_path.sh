# The mapping has the stage's name as its path, so visitors need it too.
# starts: solved
# verdict: not done
# visitor: https://{{ api_domain }}/chapters answers 403 Forbidden, and /v1/chapters the list.
# lesson: The path of a mapping becomes a part of the address.
# finding: fails | mapping
# says: https://{{ api_domain }}/v1
name=(--domain-name {{ api_domain }})
api=$(aws apigateway get-base-path-mappings "${name[@]}" \
  --query 'items[0].restApiId' --output text)
aws apigateway delete-base-path-mapping "${name[@]}" --base-path '(none)'
aws apigateway create-base-path-mapping "${name[@]}" --base-path v1 \
  --rest-api-id "$api" --stage v1
