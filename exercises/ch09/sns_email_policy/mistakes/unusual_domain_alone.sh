# The policy names the domain's identity alone.
# starts: solved
# verdict: done
# visitor: The letter comes, once the account is out of the sandbox.
# lesson: In the sandbox SES asks about the recipient's identity as well.
# finding: holds | sends
# says: In the SES sandbox
sed 's|identity/\*|identity/{{ domain }}|' \
  policies/function-sns-send-email.json >other.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-email \
  --policy-document file://other.json
