# The role was created, and the page on which policies are chosen skipped.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, and the function will leave no log.
# lesson: Without a policy, a function cannot even write its log.
# finding: holds | trust
# finding: fails | logs
# says: no statement that allows logs:CreateLogStream
aws iam create-role --role-name function-put-account-info \
  --assume-role-policy-document file://policies/lambda-trust.json
