# The policy is about identities in another region.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: An identity belongs to one region, which its ARN names.
# finding: fails | sends
# says: ses:eu-west-1
sed 's|:ses:[a-z0-9-]*:|:ses:eu-west-1:|' \
  policies/function-sns-send-email.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-email \
  --policy-document file://wrong.json
