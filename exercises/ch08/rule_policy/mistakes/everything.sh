# The policy is about every bucket and every table.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and the function may overwrite the website.
# lesson: Name the resource that is meant.
# finding: holds | file
# finding: fails | narrow
# says: a statement
sed 's|"Resource": "arn:[a-z-]*:[ds][y3][^"]*"|"Resource": "*"|; s|"Sid": .*||' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-rule-analytics-auth-callback \
  --policy-document file://wrong.json
