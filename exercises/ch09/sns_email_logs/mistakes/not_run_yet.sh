# The function has never run, so that there is no log group yet.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: there is no log yet.
# lesson: Lambda makes the log group at the first run.
# finding: fails | log_group
# says: nothing of that name
aws logs delete-log-group \
  --log-group-name /aws/lambda/sns-send-email
