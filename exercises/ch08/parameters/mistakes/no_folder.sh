# The parameters have the ends of the names, and not the folder.
# starts: before
# verdict: not done
# visitor: The file of sign-ins never comes: the function finds no parameters.
# lesson: A parameter's name is the whole path.
# finding: fails | start
# says: the parameter next-start-iso-timestamp
# finding: fails | interval
# says: the parameter interval-milliseconds
aws ssm put-parameter --name next-start-iso-timestamp \
  --type String --value 2026-11-01T00:00:00.000Z
aws ssm put-parameter --name interval-milliseconds \
  --type String --value 86400000
