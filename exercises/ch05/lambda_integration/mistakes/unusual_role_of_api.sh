# API Gateway takes on a role that may invoke the function.
# starts: solved
# verdict: done
# visitor: The API answers with the chapters.
# lesson: A role on the integration does what a statement on the function does.
# finding: holds | permission
# says: API Gateway takes on the role api-invokes
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
role=$(aws iam create-role --role-name api-invokes \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "apigateway.amazonaws.com"}}]}' \
  --query Role.Arn --output text)
mapfile -t chapters < <(resource /chapters)
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:get-chapters
aws iam put-role-policy --role-name api-invokes --policy-name invoke \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "lambda:InvokeFunction",
     "Resource": "'"$function"'"}]}'
aws apigateway put-integration "${chapters[@]}" --http-method GET \
  --type AWS_PROXY --integration-http-method POST --credentials "$role" \
  --uri "$uri/functions/$function/invocations"
aws apigateway create-deployment --rest-api-id "$(rest_api)" --stage-name v1
