# The time comes from a file, and its line break came along.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: the function gets an invalid date.
# lesson: A value is kept as it comes, with what nobody sees.
# finding: fails | time
# says: with a line break around it
echo 2026-11-01T00:00:00.000Z >start.txt
aws ssm put-parameter --overwrite --type String --value file://start.txt \
  --name /function-rule-analytics-auth-callback/next-start-iso-timestamp
