# The log is kept for two weeks.
# starts: before
# verdict: done
# visitor: Nobody sees anything: the entries are there.
# lesson: How long you keep a log is up to you.
# finding: holds | retention
# says: entries are kept for 14 days
group=/aws/lambda/rule-analytics-auth-callback
aws logs create-log-group --log-group-name $group
aws logs put-retention-policy --log-group-name $group \
  --retention-in-days 14
