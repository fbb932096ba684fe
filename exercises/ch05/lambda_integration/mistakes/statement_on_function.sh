# The integration invokes an alias, and the statement is on the function.
# starts: solved
# verdict: not done
# visitor: The API answers 500 Internal Server Error.
# lesson: An alias has a policy of its own.
# finding: fails | permission
# says: a statement on the function get-chapters, and none on live
version=$(aws lambda publish-version --function-name get-chapters \
  --query Version --output text)
aws lambda create-alias --function-name get-chapters --name live \
  --function-version "$version"
mapfile -t chapters < <(resource /chapters)
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:get-chapters
aws apigateway put-integration "${chapters[@]}" --http-method GET \
  --type AWS_PROXY --integration-http-method POST \
  --uri "$uri/functions/$function:live/invocations"
aws apigateway create-deployment --rest-api-id "$(rest_api)" --stage-name v1
