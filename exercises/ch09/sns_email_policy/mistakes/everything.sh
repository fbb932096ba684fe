# The policy allows all that SES can do.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and the function may delete your identities.
# lesson: Name the action that is meant.
# finding: holds | sends
# finding: fails | narrow
# says: ses:*
sed 's|ses:SendEmail|ses:*|' policies/function-sns-send-email.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-email \
  --policy-document file://wrong.json
