# The role's own policy allows it, and the log is kept for a day.
# starts: solved
# verdict: done
# visitor: The API answers, and the log fills.
# lesson: A policy inside a role allows as much as an attached one.
aws iam detach-role-policy --role-name get-chapters-role --policy-arn \
  "arn:{{ partition }}:iam::{{ account }}:policy/service-role/AWSLambdaBasicExecutionRole-get-chapters"
aws iam put-role-policy --role-name get-chapters-role \
  --policy-name logs --policy-document '{
    "Version": "2012-10-17",
    "Statement": {"Effect": "Allow", "Action": ["logs:*"], "Resource": "*"}
  }'
aws logs put-retention-policy --retention-in-days 1 \
  --log-group-name /aws/lambda/get-chapters
