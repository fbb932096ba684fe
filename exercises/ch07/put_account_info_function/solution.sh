# Creates the function put-account-info, under the role of exercise 7.14.
role=arn:{{ partition }}:iam::{{ account }}:role/function-put-account-info

# The package holds the file itself, not the folder that it is in.
(cd functions/put-account-info &&
  python3 -m zipfile -c function.zip index.mjs)

# The first call takes longer than the others: 3 seconds may not be enough.
create() {
  aws lambda create-function --function-name put-account-info \
    --runtime nodejs24.x --architectures arm64 --timeout 10 \
    --handler index.handler --role "$role" \
    --zip-file fileb://functions/put-account-info/function.zip
}
if ! aws lambda get-function --function-name put-account-info \
  >/dev/null 2>&1; then
  # It takes some seconds until Lambda may use a new role.
  for seconds in 3 5 10; do
    ! create || break
    sleep $seconds
  done
fi
aws lambda wait function-active-v2 --function-name put-account-info
aws lambda update-function-configuration \
  --function-name put-account-info --role "$role" --timeout 10 \
  --runtime nodejs24.x --handler index.handler
aws lambda wait function-updated-v2 --function-name put-account-info
aws lambda update-function-code --function-name put-account-info \
  --architectures arm64 \
  --zip-file fileb://functions/put-account-info/function.zip
aws lambda wait function-updated-v2 --function-name put-account-info

# No number of calls at once is reserved for it: with 0, none would run.
aws lambda delete-function-concurrency --function-name put-account-info
