# The role is named after the function alone.
# starts: before
# verdict: not done
# visitor: No mail comes: exercise 9.11 looks for another role.
# lesson: A role cannot be renamed: make another one.
# finding: fails | role
# says: the role sns-send-email
aws iam create-role --role-name sns-send-email \
  --assume-role-policy-document file://policies/lambda-trust.json
