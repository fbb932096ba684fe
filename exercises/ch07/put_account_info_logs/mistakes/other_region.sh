# The log group was created in another region.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Lambda writes to a group in the function's region.
# lesson: A log is where its function is.
# finding: fails | log_group
# says: the log group /aws/lambda/put-account-info in eu-west-1
aws logs delete-log-group --log-group-name /aws/lambda/put-account-info
aws logs create-log-group --region eu-west-1 \
  --log-group-name /aws/lambda/put-account-info
