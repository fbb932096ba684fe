# Runs the function once a day, and once now.
(
  function=rule-analytics-auth-callback
  lambda=arn:{{ partition }}:lambda:{{ region }}:{{ account }}
  rule=$(aws events put-rule --name $function --state ENABLED \
    --schedule-expression 'rate(1 day)' --query RuleArn --output text)
  aws events put-targets --rule $function \
    --targets "Id=function,Arn=${lambda}:function:$function"

  # Whoever makes a rule without the console lets it invoke the function.
  aws lambda remove-permission --function-name $function \
    --statement-id schedule >/dev/null 2>&1 || true
  aws lambda add-permission --function-name $function \
    --statement-id schedule --action lambda:InvokeFunction \
    --principal events.amazonaws.com --source-arn "$rule"

  # A file with a time in it has a line.
  file=s3://{{ data_bucket }}/analytics/auth-callback.csv
  if aws s3 cp "$file" - 2>/dev/null | grep -q '[0-9][0-9][0-9][0-9]'; then
    exit
  fi

  # Without a sign-in there is nothing to write. This stands for one.
  signed_in=$(aws dynamodb query --table-name analytics --select COUNT \
    --key-condition-expression 'dataType = :kind' \
    --expression-attribute-values '{":kind": {"S": "auth-callback"}}' \
    --query Count --output text)
  if [[ $signed_in == 0 ]]; then
    aws dynamodb put-item --table-name analytics \
      --item '{"dataType": {"S": "auth-callback"},
        "timestamp": {"N": "'$(($(date +%s) - 60))'000"}}'
  fi

  # One interval for everything up to now. Then a day is one again.
  prefix=/function-rule-analytics-auth-callback
  parameter() {
    aws ssm put-parameter --overwrite --type String \
      --name "$prefix/$1" --value "$2"
  }
  parameter next-start-iso-timestamp 1970-01-01T00:00:00.000Z
  parameter interval-milliseconds "$(date +%s)000"
  aws lambda invoke --function-name $function answer.json || true
  rm -f answer.json
  parameter interval-milliseconds 86400000
  if ! aws s3 cp "$file" - 2>/dev/null | grep -q '[0-9][0-9][0-9][0-9]'; then
    echo "the function wrote no line: see exercise 8.12" >&2
    exit 1
  fi
)
