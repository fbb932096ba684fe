# Runs the function once a day, and once now.
(
  function=rule-analytics-auth-callback
  lambda=arn:{{ partition }}:lambda:{{ region }}:{{ account }}
  rule=$(aws events put-rule --name $function --state ENABLED \
    --schedule-expression 'rate(1 day)' --query RuleArn --output text)
  aws events put-targets --rule $function \
    --targets "Id=function,Arn=$lambda:function:$function"

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

  # One interval for everything up to now. Then a day is one again.
  prefix=/function-rule-analytics-auth-callback
  parameter() {
    aws ssm put-parameter --overwrite --type String \
      --name "$prefix/$1" --value "$2"
  }
  parameter next-start-iso-timestamp 1970-01-01T00:00:00.000Z
  parameter interval-milliseconds "$(date +%s)000"
  aws lambda invoke --function-name $function answer.json ||
    echo 'The rule runs the function tomorrow.' >&2
  rm -f answer.json
  parameter interval-milliseconds 86400000
)
