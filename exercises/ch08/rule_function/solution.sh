# Creates the function rule-analytics-auth-callback, under the role of
# exercise 8.11, and the file that it adds to.
name=rule-analytics-auth-callback
role=arn:{{ partition }}:iam::{{ account }}:role/function-$name
file=s3://{{ data_bucket }}/analytics/auth-callback.csv

# A file that is there already has lines: it stays.
aws s3 ls "$file" >/dev/null 2>&1 ||
  aws s3 cp analytics/auth-callback.csv "$file"

# The package holds the file itself, not the folder that it is in.
(cd functions/$name && python3 -m zipfile -c function.zip index.mjs)

create() {
  aws lambda create-function --function-name $name \
    --runtime nodejs24.x --architectures arm64 --timeout 60 \
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
  --role "$role" --timeout 60 --runtime nodejs24.x --handler index.handler
aws lambda wait function-updated-v2 --function-name $name
aws lambda update-function-code --function-name $name \
  --architectures arm64 --zip-file fileb://functions/$name/function.zip
aws lambda wait function-updated-v2 --function-name $name

# No number of calls at once is reserved for it: with 0, none would run.
aws lambda delete-function-concurrency --function-name $name
