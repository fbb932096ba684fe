# The role's policy was detached: the function runs, and its log stays empty.
# starts: solved
# verdict: not done
# visitor: The API answers, and its errors are nowhere to be read.
# lesson: A function writes its log with the permissions of its role.
# finding: fails | logs
aws iam detach-role-policy --role-name get-chapters-role --policy-arn \
  "arn:{{ partition }}:iam::{{ account }}:policy/service-role/AWSLambdaBasicExecutionRole-get-chapters"
