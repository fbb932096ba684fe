# The integration invokes another function.
# starts: solved
# verdict: not done
# visitor: The API answers 500, or what another function returns.
# lesson: An integration names its function by the whole ARN.
# finding: fails | target
# says: function:getChapters
api=$(aws apigateway get-rest-apis --output text \
  --query "items[?name=='website'].id | [0]")
resource=$(aws apigateway get-resources --rest-api-id "$api" \
  --output text --query "items[?path=='/chapters'].id | [0]")
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$resource" --http-method GET --type AWS_PROXY \
  --integration-http-method POST \
  --uri "$uri/functions/$function:function:getChapters/invocations"
