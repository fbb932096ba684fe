# The policy allows raw messages, and none whose parts are given.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: ses:SendRawEmail is for messages that the code writes whole, and does not include ses:SendEmail.
# finding: fails | sends
# says: allows ses:SendRawEmail
# finding: holds | narrow
sed 's|ses:SendEmail|ses:SendRawEmail|' \
  policies/function-put-account-info.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document file://wrong.json
