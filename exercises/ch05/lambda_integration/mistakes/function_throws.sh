# The function was changed afterwards, and fails on what API Gateway sends.
# starts: before
# verdict: not done
# visitor: The API answers 502.
# lesson: API Gateway hides why a function fails; the function's log tells.
# finding: fails | page
# says: HTTP status 502
# says: TypeError
# says: Look at its log group
cat >functions/get-chapters/index.mjs <<'CODE'
const chapters = [{ id: 1, title: "One", description: "The first" }];

export const handler = async (event) => ({
  statusCode: 200,
  headers: { "Access-Control-Allow-Origin": "*" },
  body: JSON.stringify(chapters.slice(event.paging.from)),
});
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
aws lambda wait function-updated-v2 --function-name get-chapters
api=$(rest_api)
mapfile -t chapters < <(resource /chapters)
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:get-chapters
aws apigateway put-integration "${chapters[@]}" --http-method GET \
  --type AWS_PROXY --integration-http-method POST \
  --uri "$uri/functions/$function/invocations"
aws lambda add-permission --function-name get-chapters \
  --statement-id api --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn \
  "arn:{{ partition }}:execute-api:{{ region }}:{{ account }}:$api/*/GET/chapters"
aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
