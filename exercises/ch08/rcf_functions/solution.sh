# Creates the two functions, each under its role of exercise 8.e2.
roles=arn:{{ partition }}:iam::{{ account }}:role

create() {
  aws lambda create-function --function-name "$1" \
    --runtime python3.14 --architectures arm64 --timeout 30 \
    --handler lambda_function.lambda_handler \
    --role "$roles/function-$1" \
    --zip-file "fileb://functions/$1/function.zip"
}

for name in sagemaker-rcf-run-training sagemaker-rcf-run-inference; do
  # The package holds the file itself, not the folder that it is in.
  (cd "functions/$name" &&
    python3 -m zipfile -c function.zip lambda_function.py)
  if ! aws lambda get-function --function-name "$name" \
    >/dev/null 2>&1; then
    # It takes some seconds until Lambda may use a new role.
    for seconds in 3 5 10; do
      ! create "$name" || break
      sleep $seconds
    done
  fi
  aws lambda wait function-active-v2 --function-name "$name"
  aws lambda update-function-configuration --function-name "$name" \
    --role "$roles/function-$name" --timeout 30 \
    --runtime python3.14 --handler lambda_function.lambda_handler
  aws lambda wait function-updated-v2 --function-name "$name"
  aws lambda update-function-code --function-name "$name" \
    --architectures arm64 \
    --zip-file "fileb://functions/$name/function.zip"
  aws lambda wait function-updated-v2 --function-name "$name"

  # No number of calls at once is reserved: with 0, none would run.
  aws lambda delete-function-concurrency --function-name "$name"
done
