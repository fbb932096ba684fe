# A schedule of EventBridge Scheduler starts it, by the clock of Berlin.
# starts: solved
# verdict: done
# visitor: Each morning there is a backup more.
# lesson: Scheduler is the newer way, and it knows time zones.
# finding: holds | next_run
# says: Europe/Berlin
aws events remove-targets --rule backup-tables --ids function
aws events delete-rule --name backup-tables
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws iam create-role --role-name nightly --assume-role-policy-document '{
  "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Service": "scheduler.amazonaws.com"},
    "Action": "sts:AssumeRole"}]}'
aws iam put-role-policy --role-name nightly --policy-name invoke \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "lambda:InvokeFunction",
    "Resource": "'"$function:backup-tables"'"}]}'
aws scheduler create-schedule --name nightly \
  --schedule-expression 'cron(0 3 * * ? *)' \
  --schedule-expression-timezone Europe/Berlin \
  --flexible-time-window Mode=OFF --target \
  "Arn=$function:backup-tables,RoleArn=arn:{{ partition }}:iam::{{ account }}:role/nightly"
