# The log group has the function's name and not the beginning that Lambda gives it.
# starts: solved
# verdict: not done
# finding: fails | log_group
# says: the log group get-chapters
# finding: skipped | retention
aws logs delete-log-group --log-group-name /aws/lambda/get-chapters
aws logs create-log-group --log-group-name get-chapters
aws logs put-retention-policy --log-group-name get-chapters \
  --retention-in-days 30
