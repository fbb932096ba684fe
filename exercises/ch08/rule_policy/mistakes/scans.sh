# The action of chapter 6 was copied.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: DynamoDB refuses the function.
# lesson: To query and to scan are different actions.
# finding: fails | queries
# says: dynamodb:Scan
sed 's|dynamodb:Query|dynamodb:Scan|' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-rule-analytics-auth-callback \
  --policy-document file://wrong.json
