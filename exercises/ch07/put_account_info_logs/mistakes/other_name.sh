# The log group has the function's name and not the beginning that Lambda gives it.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Lambda writes to another group.
# lesson: Lambda writes to /aws/lambda/ and the function's name.
# finding: fails | log_group
# says: the log group put-account-info
# finding: skipped | retention
aws logs delete-log-group --log-group-name /aws/lambda/put-account-info
aws logs create-log-group --log-group-name put-account-info
aws logs put-retention-policy --log-group-name put-account-info \
  --retention-in-days 30
