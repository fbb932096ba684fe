# The source ARN is for another method than GET.
# starts: solved
# verdict: not done
# visitor: The API answers 500.
# lesson: A source ARN names the method as well as the API.
# finding: fails | permission
# says: /*/POST/chapters
api=$(aws apigateway get-rest-apis --output text \
  --query "items[?name=='website'].id | [0]")
aws lambda remove-permission --function-name get-chapters \
  --statement-id website-get-chapters
source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
aws lambda add-permission --function-name get-chapters \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn "$source:$api/*/POST/chapters"
