# The log is kept for a day, and other groups are kept forever.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: the entries of today are there.
# lesson: How long you keep a log is up to you.
# finding: holds | retention
# says: entries are kept for 1 days
aws logs put-retention-policy --retention-in-days 1 \
  --log-group-name /aws/lambda/put-account-info
aws logs create-log-group --log-group-name /aws/lambda/put-account-info-2
