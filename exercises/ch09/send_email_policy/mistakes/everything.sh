# The policy allows all that there is in SES.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and the function may delete the identity it sends from.
# lesson: Name the one action that is needed.
# finding: holds | sends
# finding: fails | narrow
# says: it allows ses:* on
sed 's|ses:SendEmail|ses:*|' \
  policies/function-put-account-info.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document file://wrong.json
