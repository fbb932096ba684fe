# The role is named after the function alone.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: exercise 6.4 looks for another role.
# lesson: A role named after its function and purpose is found again.
# finding: fails | role
# says: the role get-chapters
aws iam create-role --role-name get-chapters \
  --assume-role-policy-document file://policies/lambda-trust.json
