# A variable of the stage names the alias, which has the statement.
# starts: solved
# verdict: done
# visitor: The API answers with the chapters.
# lesson: One integration serves every stage, with another alias in each.
version=$(aws lambda publish-version --function-name get-chapters \
  --query Version --output text)
aws lambda create-alias --function-name get-chapters --name stable \
  --function-version "$version"
api=$(rest_api)
mapfile -t chapters < <(resource /chapters)
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:get-chapters
aws apigateway put-integration "${chapters[@]}" --http-method GET \
  --type AWS_PROXY --integration-http-method POST \
  --uri "$uri/functions/$function:\${stageVariables.alias}/invocations"
aws lambda add-permission --function-name get-chapters --qualifier stable \
  --statement-id api --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn \
  "arn:{{ partition }}:execute-api:{{ region }}:{{ account }}:$api/*/GET/chapters"
aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
aws apigateway update-stage --rest-api-id "$api" --stage-name v1 \
  --patch-operations op=replace,path=/variables/alias,value=stable
