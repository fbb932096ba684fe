# The function is asked with GET, which Lambda does not take.
# starts: solved
# verdict: not done
# visitor: The API answers 500.
# lesson: API Gateway invokes a function with POST, whatever the visitor sent.
# finding: fails | proxy
# says: POST as integration HTTP method
api=$(aws apigateway get-rest-apis --output text \
  --query "items[?name=='website'].id | [0]")
resource=$(aws apigateway get-resources --rest-api-id "$api" \
  --output text --query "items[?path=='/chapters'].id | [0]")
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$resource" --http-method GET --type AWS_PROXY \
  --integration-http-method GET \
  --uri "$uri/functions/$function:function:get-chapters/invocations"
