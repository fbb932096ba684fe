# The role is named after the function alone.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: exercise 7.15 looks for another role.
# lesson: A role cannot be renamed: make another one.
# finding: fails | role
# says: the role put-account-info
aws iam create-role --role-name put-account-info \
  --assume-role-policy-document file://policies/lambda-trust.json
