# The API was not deployed after the change: the stage still serves the mock.
# starts: solved
# verdict: not done
# visitor: The API still gives the mock's answer.
# lesson: What you change, you deploy again.
# finding: fails | stage
# says: AWS_PROXY in the API, MOCK in the stage
api=$(aws apigateway get-rest-apis --output text \
  --query "items[?name=='website'].id | [0]")
resource=$(aws apigateway get-resources --rest-api-id "$api" \
  --output text --query "items[?path=='/chapters'].id | [0]")
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$resource" --http-method GET --type MOCK
aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$resource" --http-method GET --type AWS_PROXY \
  --integration-http-method POST \
  --uri "$uri/functions/$function:function:get-chapters/invocations"
