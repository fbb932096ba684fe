# The log of another function was copied with the policy.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and errors leave no trace.
# lesson: Each function writes into a log group of its own.
# finding: fails | logs
# says: /aws/lambda/put-account-info
sed 's|lambda/rule-analytics-auth-callback|lambda/put-account-info|' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-rule-analytics-auth-callback \
  --policy-document file://wrong.json
