# Lambda proxy integration was left off.
# starts: solved
# verdict: not done
# visitor: The browser shows statusCode, headers and body as text.
# lesson: Only the proxy integration turns the function's object into an answer.
# finding: fails | proxy
# says: a Lambda integration that is no proxy integration
api=$(aws apigateway get-rest-apis --output text \
  --query "items[?name=='website'].id | [0]")
resource=$(aws apigateway get-resources --rest-api-id "$api" \
  --output text --query "items[?path=='/chapters'].id | [0]")
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$resource" --http-method GET --type AWS \
  --integration-http-method POST \
  --uri "$uri/functions/$function:function:get-chapters/invocations"
