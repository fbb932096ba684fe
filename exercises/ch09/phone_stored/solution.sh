# Gives the function put-account-info code that keeps the phone number, too.
(cd functions/put-account-info &&
  python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-configuration \
  --function-name put-account-info \
  --runtime nodejs24.x --handler index.handler
aws lambda wait function-updated-v2 --function-name put-account-info
aws lambda update-function-code --function-name put-account-info \
  --architectures arm64 \
  --zip-file fileb://functions/put-account-info/function.zip
aws lambda wait function-updated-v2 --function-name put-account-info
