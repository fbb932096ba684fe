# The interval is a minute, to try things out, and the time has an offset.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Short intervals show soon whether everything works.
# finding: holds | length
# says: 60 seconds
prefix=/function-rule-analytics-auth-callback
aws ssm put-parameter --overwrite --type String --value 60000 \
  --name $prefix/interval-milliseconds
aws ssm put-parameter --overwrite --type String \
  --value 2026-11-01T02:00:00+02:00 --name $prefix/next-start-iso-timestamp
