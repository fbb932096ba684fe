# The policy is about the learner's own address, and not about the domain that sends.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: The resource is the identity that the sender's address belongs to.
# finding: fails | sends
# says: identity/ada@example.net
sed 's|identity/[^"]*|identity/ada@example.net|' \
  policies/function-put-account-info.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document file://wrong.json
