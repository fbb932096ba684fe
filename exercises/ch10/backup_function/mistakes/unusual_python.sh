# The function is written in Python, takes all tables, and has another name.
# starts: solved
# verdict: done
# visitor: Each night there is a backup more of each table.
# lesson: What the function does counts, and neither its name nor its language.
# finding: holds | function
# says: function:night-watch
# finding: holds | backs_up
# finding: holds | allowed
aws lambda delete-function --function-name backup-tables
aws iam put-role-policy --role-name function-backup-tables \
  --policy-name function-backup-tables --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "dynamodb:CreateBackup", "Resource":
      "arn:{{ partition }}:dynamodb:*:{{ account }}:table/*"}]}'
mkdir -p functions/night-watch
cat >functions/night-watch/index.py <<'CODE'
import time

import boto3

dynamodb = boto3.client("dynamodb")


def handler(event, context):
    for name in dynamodb.list_tables()["TableNames"]:
        dynamodb.create_backup(TableName=name, BackupName=f"night-{int(time.time())}")
CODE
(cd functions/night-watch && python3 -m zipfile -c function.zip index.py)
aws lambda create-function --function-name night-watch \
  --runtime python3.13 --handler index.handler --timeout 30 \
  --role arn:{{ partition }}:iam::{{ account }}:role/function-backup-tables \
  --zip-file fileb://functions/night-watch/function.zip
aws lambda wait function-active-v2 --function-name night-watch
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws events put-targets --rule backup-tables \
  --targets "Id=function,Arn=$function:night-watch"
aws lambda add-permission --function-name night-watch \
  --statement-id schedule --action lambda:InvokeFunction \
  --principal events.amazonaws.com --source-arn \
  arn:{{ partition }}:events:{{ region }}:{{ account }}:rule/backup-tables
