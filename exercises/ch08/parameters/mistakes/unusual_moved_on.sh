# The function has run, and moved the start on.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: The value is where the processing has come to, and not where it began.
# finding: holds | time
# says: 2026-11-17T00:00:00.000Z
aws ssm put-parameter --overwrite --type String \
  --value 2026-11-17T00:00:00.000Z \
  --name /function-rule-analytics-auth-callback/next-start-iso-timestamp
