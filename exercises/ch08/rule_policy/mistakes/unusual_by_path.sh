# The function asks for the whole folder, as many programs do, and may write the one parameter that moves.
# starts: solved
# verdict: done
# visitor: The file comes.
# lesson: Each way to read parameters is an action of its own.
# finding: holds | parameters
# says: ssm:GetParametersByPath
sed 's|ssm:GetParameters|ssm:GetParametersByPath|' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-rule-analytics-auth-callback \
  --policy-document file://wrong.json
