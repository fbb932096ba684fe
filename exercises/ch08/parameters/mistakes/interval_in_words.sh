# The interval has its unit beside it.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: the function gets no number.
# lesson: A program reads a number, and not what stands beside it.
# finding: holds | time
# finding: fails | length
# says: 1 day
aws ssm put-parameter --overwrite --type String --value '1 day' \
  --name /function-rule-analytics-auth-callback/interval-milliseconds
