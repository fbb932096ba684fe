# The start is a number of milliseconds, as in the table.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: the function gets an invalid date.
# lesson: The name says in which form the value is.
# finding: fails | time
# says: 1793491200000
aws ssm put-parameter --overwrite --type String --value 1793491200000 \
  --name /function-rule-analytics-auth-callback/next-start-iso-timestamp
