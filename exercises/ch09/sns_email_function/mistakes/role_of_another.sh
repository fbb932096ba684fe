# The function works under the role of another function.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: One function, one role.
# finding: fails | role
# finding: fails | allowed
# says: ses:SendEmail
aws lambda update-function-configuration --function-name sns-send-email \
  --role arn:{{ partition }}:iam::{{ account }}:role/function-get-chapters
aws lambda wait function-updated-v2 --function-name sns-send-email
