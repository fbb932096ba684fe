# The role is deleted, and its policy was forgotten.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: a policy is left that nothing uses.
# lesson: Deleting a role leaves its managed policies in the account.
# finding: holds | old_role
# finding: fails | old_policy
# says: the policy AWSLambdaBasicExecutionRole-0f5c
aws iam create-policy --path /service-role/ \
  --policy-name AWSLambdaBasicExecutionRole-0f5c \
  --policy-document file://policies/get-chapters-logs.json
