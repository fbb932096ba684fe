# Creates the function get-chapters, and the role that it runs with.
roles=arn:{{ partition }}:iam::{{ account }}:role/service-role
policies=arn:{{ partition }}:iam::{{ account }}:policy/service-role

# The role may be used by Lambda, and may write the log. The
# console makes one like it by itself.
if ! aws iam get-role --role-name get-chapters-role >/dev/null 2>&1; then
  aws iam create-role --path /service-role/ \
    --role-name get-chapters-role --assume-role-policy-document \
    file://policies/lambda-assumes-role.json
fi
policy=$policies/AWSLambdaBasicExecutionRole-get-chapters
if ! aws iam get-policy --policy-arn "$policy" >/dev/null 2>&1; then
  aws iam create-policy --path /service-role/ \
    --policy-name AWSLambdaBasicExecutionRole-get-chapters \
    --policy-document file://policies/get-chapters-logs.json
fi
aws iam attach-role-policy --role-name get-chapters-role \
  --policy-arn "$policy"

# The package holds the file itself, not the folder that it is in.
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)

create() {
  aws lambda create-function --function-name get-chapters \
    --runtime nodejs24.x --architectures arm64 --handler index.handler \
    --role "$roles/get-chapters-role" \
    --zip-file fileb://functions/get-chapters/function.zip
}
if ! aws lambda get-function --function-name get-chapters \
  >/dev/null 2>&1; then
  # It takes some seconds until Lambda may use a new role.
  for seconds in 3 5 10; do
    ! create || break
    sleep $seconds
  done
fi
aws lambda wait function-active-v2 --function-name get-chapters
aws lambda update-function-configuration --function-name get-chapters \
  --runtime nodejs24.x --handler index.handler
aws lambda wait function-updated-v2 --function-name get-chapters
aws lambda update-function-code --function-name get-chapters \
  --architectures arm64 \
  --zip-file fileb://functions/get-chapters/function.zip
aws lambda wait function-updated-v2 --function-name get-chapters

# No number of calls at once is reserved for it: with 0, none would run.
aws lambda delete-function-concurrency --function-name get-chapters
