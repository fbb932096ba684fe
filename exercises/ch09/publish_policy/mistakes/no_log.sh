# The policy for logs was detached with the rest.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and nobody sees errors either.
# lesson: Take away what is not needed, and nothing else.
# finding: fails | logs
basic=service-role/AWSLambdaBasicExecutionRole
aws iam detach-role-policy --role-name function-put-account-info \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"
