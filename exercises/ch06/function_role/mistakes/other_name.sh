# The role is named after the function alone.
# starts: before
# verdict: not done
# finding: fails | role
# says: the role get-chapters
aws iam create-role --role-name get-chapters \
  --assume-role-policy-document file://policies/lambda-trust.json
