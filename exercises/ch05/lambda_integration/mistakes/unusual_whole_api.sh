# The statement is for all methods and stages of this API.
# starts: solved
# verdict: done
# visitor: The API answers.
# lesson: A permission for all methods of one API is still for that API alone.
api=$(aws apigateway get-rest-apis --output text \
  --query "items[?name=='website'].id | [0]")
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
aws lambda add-permission --function-name get-chapters \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn "$source:$api/*"
