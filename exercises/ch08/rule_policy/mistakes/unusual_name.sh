# The policy has another name and another form: the file's folder, one parameter at a time.
# starts: before
# verdict: done
# visitor: The file comes.
# lesson: What a policy is called does not matter to what it allows.
# finding: holds | policy
# says: sign-ins-to-csv
ssm=arn:{{ partition }}:ssm:{{ region }}:{{ account }}:parameter
folder=$ssm/function-rule-analytics-auth-callback
logs=arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group
aws iam create-policy --policy-name sign-ins-to-csv \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "dynamodb:Query",
     "Resource": "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics"},
    {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
     "Resource": "arn:{{ partition }}:s3:::{{ data_bucket }}/analytics/*"},
    {"Effect": "Allow", "Action": "ssm:GetParameter",
     "Resource": "'"$folder"'/*"},
    {"Effect": "Allow", "Action": "ssm:PutParameter",
     "Resource": "'"$folder"'/next-start-iso-timestamp"},
    {"Effect": "Allow", "Action": "logs:*",
     "Resource": "'"$logs"':/aws/lambda/rule-*"}]}'
