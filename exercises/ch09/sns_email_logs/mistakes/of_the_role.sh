# The log group is named after the role, and not after the function.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Lambda writes to another group.
# lesson: Lambda writes to /aws/lambda/ and the function's name.
# finding: fails | log_group
# finding: skipped | retention
aws logs delete-log-group \
  --log-group-name /aws/lambda/sns-send-email
role=function-sns-send-email
aws logs create-log-group --log-group-name /aws/lambda/$role
aws logs put-retention-policy --retention-in-days 30 \
  --log-group-name /aws/lambda/$role
