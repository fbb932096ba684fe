# A topic calls the function, and the API does not.
# starts: solved
# verdict: done
# visitor: The message comes whenever something is published to the topic.
# lesson: There are several ways in, and each needs a permission.
# finding: holds | called
# says: a subscription of
# finding: holds | permission
# finding: holds | event
# finding: skipped | served
mapfile -t text < <(resource /account/text)
aws apigateway delete-resource "${text[@]}"
deploy
topic=$(aws sns create-topic --name function-sns-send-text \
  --query TopicArn --output text)
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws lambda add-permission --function-name sns-send-text \
  --statement-id topic --action lambda:InvokeFunction \
  --principal sns.amazonaws.com --source-arn "$topic"
aws sns subscribe --topic-arn "$topic" --protocol lambda \
  --notification-endpoint "$function:sns-send-text"
sed -i -e 's|header(event, "authorization").*;|event.Records[0].Sns.Message;|' \
  -e 's|event.headers ?? {}|{}|' functions/sns-send-text/index.mjs
(cd functions/sns-send-text && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name sns-send-text \
  --zip-file fileb://functions/sns-send-text/function.zip
aws lambda wait function-updated-v2 --function-name sns-send-text
