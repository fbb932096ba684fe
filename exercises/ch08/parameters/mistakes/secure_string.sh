# The time is a SecureString.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: the function gets a cipher, and no time.
# lesson: What is no secret needs no encryption.
# finding: fails | time
# says: a SecureString
# finding: holds | length
name=/function-rule-analytics-auth-callback/next-start-iso-timestamp
aws ssm delete-parameter --name $name
aws ssm put-parameter --name $name \
  --type SecureString --value 2026-11-01T00:00:00.000Z
