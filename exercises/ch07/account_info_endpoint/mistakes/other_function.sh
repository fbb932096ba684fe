# The integration invokes the function of the chapters.
# starts: solved
# verdict: not done
# visitor: Whoever signed in gets the list of chapters, and the name stays.
# lesson: The integration request says which function answers.
# finding: fails | target
# says: function:get-chapters
mapfile -t put < <(put_of_info)
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws apigateway put-integration "${put[@]}" --type AWS_PROXY \
  --integration-http-method POST \
  --uri "$uri/functions/$function:get-chapters/invocations"
deploy
