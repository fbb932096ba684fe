# Makes a function that backs the table of chapters up, has a rule run it once
# a day, and runs it once now: one way of many.
(
  # The role, and what it may do.
  role=function-backup-tables
  aws iam get-role --role-name $role >/dev/null 2>&1 ||
    aws iam create-role --role-name $role \
      --assume-role-policy-document file://policies/lambda-trust.json
  aws iam put-role-policy --role-name $role --policy-name $role \
    --policy-document file://policies/$role.json

  # The function.
  (cd functions/backup-tables && python3 -m zipfile -c function.zip index.mjs)
  package=fileb://functions/backup-tables/function.zip
  create() {
    aws lambda create-function --function-name backup-tables \
      --runtime nodejs24.x --architectures arm64 --timeout 30 \
      --handler index.handler --zip-file "$package" \
      --role arn:{{ partition }}:iam::{{ account }}:role/$role
  }
  if ! aws lambda get-function --function-name backup-tables \
    >/dev/null 2>&1; then
    # It takes some seconds until Lambda may use a new role.
    for seconds in 3 5 10; do
      ! create || break
      sleep $seconds
    done
  fi
  aws lambda wait function-active-v2 --function-name backup-tables
  aws lambda update-function-configuration \
    --function-name backup-tables --timeout 30 \
    --runtime nodejs24.x --handler index.handler \
    --role arn:{{ partition }}:iam::{{ account }}:role/$role
  aws lambda wait function-updated-v2 --function-name backup-tables
  aws lambda update-function-code --function-name backup-tables \
    --architectures arm64 --zip-file "$package"
  aws lambda wait function-updated-v2 --function-name backup-tables

  # Once a day.
  rule=$(aws events put-rule --name backup-tables --state ENABLED \
    --schedule-expression 'rate(1 day)' --query RuleArn --output text)
  function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
  aws events put-targets --rule backup-tables \
    --targets "Id=function,Arn=${function}:backup-tables"
  aws lambda remove-permission --function-name backup-tables \
    --statement-id schedule >/dev/null 2>&1 || true
  aws lambda add-permission --function-name backup-tables \
    --statement-id schedule --action lambda:InvokeFunction \
    --principal events.amazonaws.com --source-arn "$rule"

  # And once now, if there is no backup yet.
  backups=$(aws dynamodb list-backups --backup-type USER --output text \
    --query 'length(BackupSummaries)')
  if [[ $backups == 0 ]]; then
    aws lambda invoke --function-name backup-tables answer.json || true
    rm -f answer.json
    backups=$(aws dynamodb list-backups --backup-type USER --output text \
      --query 'length(BackupSummaries)')
  fi
  if [[ $backups == 0 ]]; then
    echo "the function made no backup: its log says why" >&2
    exit 1
  fi
)
