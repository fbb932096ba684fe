# The log group was created in another region.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Lambda writes to a group in the function's region.
# lesson: A log is where its function is.
# finding: fails | log_group
# says: /aws/lambda/sns-send-email in eu-west-1
group=/aws/lambda/sns-send-email
aws logs delete-log-group --log-group-name $group
aws logs create-log-group --region eu-west-1 --log-group-name $group
