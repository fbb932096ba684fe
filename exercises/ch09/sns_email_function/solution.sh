# Creates the function sns-send-email, under the role of exercise 9.10, and
# has the topic of exercise 9.8 call it.
name=sns-send-email
role=arn:{{ partition }}:iam::{{ account }}:role/function-$name
topic=arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-$name
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:$name

# The package holds the file itself, not the folder that it is in.
(cd functions/$name && python3 -m zipfile -c function.zip index.mjs)

create() {
  aws lambda create-function --function-name $name \
    --runtime nodejs24.x --architectures arm64 --timeout 10 \
    --handler index.handler --role "$role" \
    --zip-file fileb://functions/$name/function.zip
}
if ! aws lambda get-function --function-name $name >/dev/null 2>&1; then
  # It takes some seconds until Lambda may use a new role.
  for seconds in 3 5 10; do
    ! create || break
    sleep $seconds
  done
fi
aws lambda wait function-active-v2 --function-name $name
aws lambda update-function-configuration --function-name $name \
  --role "$role" --timeout 10 --runtime nodejs24.x --handler index.handler
aws lambda wait function-updated-v2 --function-name $name
aws lambda update-function-code --function-name $name \
  --architectures arm64 --zip-file fileb://functions/$name/function.zip
aws lambda wait function-updated-v2 --function-name $name

# No number of calls at once is reserved for it: with 0, none would run.
aws lambda delete-function-concurrency --function-name $name

# Of two subscriptions alike, Amazon SNS keeps one. It drops no message.
subscription=$(aws sns subscribe --topic-arn "$topic" --protocol lambda \
  --notification-endpoint "$function" --return-subscription-arn \
  --query SubscriptionArn --output text)
aws sns set-subscription-attributes --subscription-arn "$subscription" \
  --attribute-name FilterPolicy --attribute-value '{}'

# Whoever subscribes without the console lets the topic call the function.
aws lambda remove-permission --function-name $name \
  --statement-id topic >/dev/null 2>&1 || true
aws lambda add-permission --function-name $name --statement-id topic \
  --action lambda:InvokeFunction --principal sns.amazonaws.com \
  --source-arn "$topic"
