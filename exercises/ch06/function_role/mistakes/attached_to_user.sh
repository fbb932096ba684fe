# The policy was attached to the learner's user in place of the role.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: the function is denied everything.
# lesson: A function has the permissions of its role, not yours.
# finding: fails | attached
# says: function-get-chapters is attached to the user
policy=arn:aws:iam::{{ account }}:policy/function-get-chapters
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn $policy
aws iam create-user --user-name author
aws iam attach-user-policy --user-name author --policy-arn $policy
