# The policy is for letters that the code has written whole.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: To send a letter and to send a raw one are different actions.
# finding: fails | sends
# says: ses:SendRawEmail
sed 's|ses:SendEmail|ses:SendRawEmail|' \
  policies/function-sns-send-email.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-email \
  --policy-document file://wrong.json
