# The parameters were created in eu-west-1.
# starts: before
# verdict: not done
# visitor: The file of sign-ins never comes: the function finds no parameters.
# lesson: A parameter belongs to one region, and a function asks in its own.
# finding: fails | start
# says: next-start-iso-timestamp in eu-west-1
# finding: fails | interval
# says: interval-milliseconds in eu-west-1
prefix=/function-rule-analytics-auth-callback
aws ssm put-parameter --name $prefix/next-start-iso-timestamp \
  --type String --value 2026-11-01T00:00:00.000Z --region eu-west-1
aws ssm put-parameter --name $prefix/interval-milliseconds \
  --type String --value 86400000 --region eu-west-1
