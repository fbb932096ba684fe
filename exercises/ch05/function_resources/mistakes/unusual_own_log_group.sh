# The function writes to a log group of the project's own, as its role says.
# starts: solved
# verdict: done
# visitor: The entries are in the log group that the function names.
# lesson: The function's settings say where its log goes.
aws logs create-log-group --log-group-name /website/functions
aws logs put-retention-policy --retention-in-days 90 \
  --log-group-name /website/functions
aws lambda update-function-configuration --function-name get-chapters \
  --logging-config LogGroup=/website/functions
aws lambda wait function-updated-v2 --function-name get-chapters
aws iam detach-role-policy --role-name get-chapters-role --policy-arn \
  "arn:{{ partition }}:iam::{{ account }}:policy/service-role/AWSLambdaBasicExecutionRole-get-chapters"
aws iam put-role-policy --role-name get-chapters-role \
  --policy-name logs --policy-document '{
    "Version": "2012-10-17",
    "Statement": {"Effect": "Allow",
      "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
      "Resource": "arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group:/website/functions:*"}
  }'
