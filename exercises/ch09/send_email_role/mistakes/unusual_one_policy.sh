# One policy of the role is for both, the log and the mail, as tools write it; AWS's own is detached.
# starts: before
# verdict: done
# visitor: The mail comes.
# lesson: Policies may be put together as you please.
# finding: holds | sends
# finding: holds | logs
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name everything --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": ["ses:SendEmail", "ses:SendRawEmail"],
     "Resource": "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/*"},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/put-account-info:*"}]}'
basic=service-role/AWSLambdaBasicExecutionRole
aws iam detach-role-policy --role-name function-put-account-info \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"
