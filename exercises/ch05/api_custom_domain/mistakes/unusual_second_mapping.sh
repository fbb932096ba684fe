# Another path of the name leads to another API.
# starts: solved
# verdict: done
# visitor: The API answers at /chapters, another one at /tryout.
# lesson: A mapping with a path takes only what is below that path.
other=$(aws apigateway create-rest-api --name tryout \
  --query id --output text)
root=$(aws apigateway get-resources --rest-api-id "$other" \
  --query 'items[0].id' --output text)
there=(--rest-api-id "$other" --resource-id "$root" --http-method GET)
aws apigateway put-method "${there[@]}" --authorization-type NONE
aws apigateway put-integration "${there[@]}" --type MOCK
aws apigateway create-deployment --rest-api-id "$other" --stage-name v1
aws apigateway create-base-path-mapping \
  --domain-name {{ api_domain }} --base-path tryout \
  --rest-api-id "$other" --stage v1
