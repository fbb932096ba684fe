# The integration names the alias by a stage variable that the stage lacks.
# starts: solved
# verdict: not done
# visitor: The API answers 500 Internal Server Error.
# lesson: A stage variable belongs to a stage, and each stage needs its own.
# finding: fails | target
# says: the stage v1 has no such variable
mapfile -t chapters < <(resource /chapters)
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:get-chapters
aws apigateway put-integration "${chapters[@]}" --http-method GET \
  --type AWS_PROXY --integration-http-method POST \
  --uri "$uri/functions/$function:\${stageVariables.version}/invocations"
aws apigateway create-deployment --rest-api-id "$(rest_api)" --stage-name v1
