# Lets the function of the account page write to the user as well.
name=put-account-info
(cd functions/put-account-info &&
  python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name "$name" \
  --zip-file fileb://functions/put-account-info/function.zip
aws lambda wait function-updated-v2 --function-name "$name"

# Four requests to Cognito and SES take longer than 3 seconds, now and then.
role=arn:{{ partition }}:iam::{{ account }}:role/function-put-account-info
aws lambda update-function-configuration --function-name "$name" \
  --runtime nodejs24.x --handler index.handler --role "$role" --timeout 10
aws lambda wait function-updated-v2 --function-name "$name"
