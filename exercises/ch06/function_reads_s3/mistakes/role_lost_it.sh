# The role has lost the policy, and the code is right.
# starts: solved
# verdict: not done
# visitor: The API answers 502: the function gets AccessDenied.
# lesson: Code asks, and the role decides.
# finding: fails | allowed
# says: no statement that allows s3:GetObject
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters
