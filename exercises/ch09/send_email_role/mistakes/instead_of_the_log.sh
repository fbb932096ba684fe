# The new policy took the place of the one for the log.
# starts: solved
# verdict: not done
# visitor: The mail comes, and nobody finds the function's log.
# lesson: A role may do what all its policies allow together: attach one more, and keep the others.
# finding: holds | sends
# finding: fails | logs
# says: logs:CreateLogStream
basic=service-role/AWSLambdaBasicExecutionRole
aws iam detach-role-policy --role-name function-put-account-info \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"
