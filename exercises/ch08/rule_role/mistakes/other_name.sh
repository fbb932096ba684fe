# The role is named after the function alone.
# starts: before
# verdict: not done
# visitor: The file of sign-ins never comes: exercise 8.12 looks for another role.
# lesson: A role cannot be renamed: make another one.
# finding: fails | role
# says: the role rule-analytics-auth-callback
aws iam create-role --role-name rule-analytics-auth-callback \
  --assume-role-policy-document file://policies/lambda-trust.json
