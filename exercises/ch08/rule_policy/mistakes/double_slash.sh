# The parameter's name stands behind parameter/ with its own slash, so that there are two.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: Parameter Store refuses the function.
# lesson: The slash in a parameter's ARN is the first one of its name.
# finding: holds | file
# finding: fails | parameters
# says: with one slash and not with two
# finding: fails | moves
# says: parameter//function
sed 's|:parameter/|:parameter//|' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-rule-analytics-auth-callback \
  --policy-document file://wrong.json
