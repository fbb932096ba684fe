# The role was created, and the page on which policies are chosen skipped.
# starts: before
# verdict: not done
# visitor: The API will answer 500: the function is denied everything.
# lesson: A role without a policy may do nothing.
# finding: holds | trust
# finding: fails | attached
# says: no policy is attached
aws iam create-role --role-name function-get-chapters \
  --assume-role-policy-document file://policies/lambda-trust.json
