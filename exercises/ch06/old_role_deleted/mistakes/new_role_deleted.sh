# The new role was deleted with the old one.
# starts: before
# verdict: not done
# finding: fails | new_role
# says: the role function-get-chapters, which is not there
# finding: fails | old_role
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters
aws iam delete-role --role-name function-get-chapters
