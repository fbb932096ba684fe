# The role's policy was detached: the function runs, and its log stays empty.
# starts: solved
# verdict: not done
# finding: fails | logs
aws iam detach-role-policy --role-name get-chapters-role --policy-arn \
  "arn:{{ partition }}:iam::{{ account }}:policy/service-role/AWSLambdaBasicExecutionRole-get-chapters"
