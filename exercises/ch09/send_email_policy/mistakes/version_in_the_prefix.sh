# The action has the name of the API's version before it.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: IAM calls Amazon SES ses in every version of its API.
# finding: fails | sends
# says: allows sesv2:SendEmail
sed 's|ses:SendEmail|sesv2:SendEmail|' \
  policies/function-put-account-info.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document file://wrong.json
