# The policy was written, and is not attached to the role.
# starts: solved
# verdict: not done
# visitor: The name is changed, and no mail comes: the function may not publish.
# lesson: A policy says nothing until somebody has it.
# finding: holds | no_mail
# finding: fails | publishes
# says: sns:Publish
aws iam detach-role-policy --role-name function-put-account-info \
  --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info
