# The policy of the other function was copied, with the name of its log group.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, and the function will leave no log.
# lesson: A policy that names a log group is for one function.
# finding: fails | logs
# says: log-group:/aws/lambda/get-chapters:*
aws iam create-role --role-name function-put-account-info \
  --assume-role-policy-document file://policies/lambda-trust.json
logs=arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name logs --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow",
       "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
       "Resource": "'"$logs"'/get-chapters:*"}]}'
