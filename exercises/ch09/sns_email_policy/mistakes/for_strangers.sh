# The policy is about the recipient's identity alone.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the sender.
# lesson: SES asks about the sender first, and in the sandbox about the recipient, too.
# finding: fails | sends
# says: identity/reader@example.net
sed 's|identity/\*|identity/reader@example.net|' \
  policies/function-sns-send-email.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-email \
  --policy-document file://wrong.json
