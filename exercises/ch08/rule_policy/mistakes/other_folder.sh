# The action is GetParameter, and the resource another folder.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: Parameter Store refuses the function.
# lesson: The folder is part of each parameter's name.
# finding: fails | parameters
# says: parameter/rule-analytics-auth-callback/*
# finding: fails | moves
sed 's|GetParameters|GetParameter|; s|parameter/function-|parameter/|' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-rule-analytics-auth-callback \
  --policy-document file://wrong.json
