# Lets GET /chapters call the function, and the API invoke it.
api=$(aws apigateway get-rest-apis --output text \
  --query "items[?name=='website'].id | [0]")
resource=$(aws apigateway get-resources --rest-api-id "$api" \
  --output text --query "items[?path=='/chapters'].id | [0]")
function=$(aws lambda get-function --function-name get-chapters \
  --query Configuration.FunctionArn --output text)

# API Gateway invokes a function with POST, whatever it was asked with.
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$resource" --http-method GET --type AWS_PROXY \
  --integration-http-method POST \
  --uri "$uri/functions/$function/invocations"

# No other statement may let API Gateway in. One without a condition would
# let in every API of the world.
for statement in $(aws lambda get-policy --function-name get-chapters \
  --query Policy --output text 2>/dev/null |
  python3 -c 'import json, sys; print(*[it["Sid"]
    for it in json.loads(sys.stdin.read() or "{}").get("Statement", [])
    if "apigateway" in str(it["Principal"])])'); do
  aws lambda remove-permission --function-name get-chapters \
    --statement-id "$statement"
done
source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
aws lambda add-permission --function-name get-chapters \
  --statement-id website-get-chapters --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com \
  --source-arn "$source:$api/*/GET/chapters"

# A stage shows changes after a deployment, and not before.
aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
