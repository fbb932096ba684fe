# The action has the name of the second version of the API.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: Actions of both versions of SES begin with ses.
# finding: fails | sends
# says: sesv2:SendEmail
sed 's|ses:SendEmail|sesv2:SendEmail|' \
  policies/function-sns-send-email.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-email \
  --policy-document file://wrong.json
