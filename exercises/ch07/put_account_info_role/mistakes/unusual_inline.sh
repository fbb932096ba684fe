# The permission is part of the role, and for this function's log group alone.
# starts: solved
# verdict: done
# visitor: The function will write its log.
# lesson: A policy that names one log group allows less than AWS's own, and enough.
# finding: holds | logs
aws iam detach-role-policy --role-name function-put-account-info \
  --policy-arn \
  arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
logs=arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name logs --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow",
       "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
       "Resource": "'"$logs"'/put-account-info:*"}]}'
