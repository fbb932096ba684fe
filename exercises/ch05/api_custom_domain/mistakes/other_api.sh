# The mapping leads to another API, without the resource /chapters.
# starts: solved
# verdict: not done
# visitor: https://{{ api_domain }}/chapters answers 403 Missing Authentication Token.
# lesson: A mapping names one API and one stage, so check the id.
# finding: fails | mapping
name=(--domain-name {{ api_domain }})
other=$(aws apigateway create-rest-api --name tryout \
  --query id --output text)
root=$(aws apigateway get-resources --rest-api-id "$other" \
  --query 'items[0].id' --output text)
there=(--rest-api-id "$other" --resource-id "$root" --http-method GET)
aws apigateway put-method "${there[@]}" --authorization-type NONE
aws apigateway put-integration "${there[@]}" --type MOCK
aws apigateway create-deployment --rest-api-id "$other" --stage-name v1
aws apigateway delete-base-path-mapping "${name[@]}" --base-path '(none)'
aws apigateway create-base-path-mapping "${name[@]}" \
  --rest-api-id "$other" --stage v1
