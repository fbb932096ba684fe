# A statement denies what another one allows.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: An explicit Deny outweighs every Allow.
# finding: fails | sends
# says: denies it
cat >wrong.json <<'JSON'
{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "ses:SendEmail",
   "Resource": "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/*"},
  {"Effect": "Deny", "Action": "ses:Send*", "Resource": "*"}]}
JSON
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document file://wrong.json
