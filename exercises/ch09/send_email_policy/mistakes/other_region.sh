# The identity in the policy is one of another region.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: An identity belongs to a region, and its ARN names that region.
# finding: fails | sends
# says: ses:eu-west-3
sed 's|:ses:{{ region }}:|:ses:eu-west-3:|' \
  policies/function-put-account-info.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document file://wrong.json
