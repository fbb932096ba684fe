# The retention was set for the group of the other function.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: this log grows, and its bill with it.
# lesson: Each function has a log group, and each log group a retention of its own.
# finding: fails | retention
# says: entries never expire
aws logs create-log-group --log-group-name /aws/lambda/put-account-info
aws logs put-retention-policy --retention-in-days 7 \
  --log-group-name /aws/lambda/get-chapters
