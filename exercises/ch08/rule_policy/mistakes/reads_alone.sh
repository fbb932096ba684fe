# The function may read its parameters, and not move the start on.
# starts: solved
# verdict: not done
# visitor: The file has the same lines again after each run.
# lesson: Reading and writing are different actions.
# finding: holds | parameters
# finding: fails | moves
# says: ssm:PutParameter
sed 's|, "ssm:PutParameter"||' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-rule-analytics-auth-callback \
  --policy-document file://wrong.json
