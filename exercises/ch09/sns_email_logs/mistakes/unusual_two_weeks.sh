# The log is kept for two weeks.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: the entries are there.
# lesson: How long you keep a log is up to you.
# finding: holds | retention
# says: entries are kept for 14 days
aws logs put-retention-policy --retention-in-days 14 \
  --log-group-name /aws/lambda/sns-send-email
