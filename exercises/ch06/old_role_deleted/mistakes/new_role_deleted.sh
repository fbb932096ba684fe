# The new role was deleted with the old one.
# starts: before
# verdict: not done
# visitor: The API answers 500 at the next start of the function.
# lesson: Check which role is in use before you delete one.
# finding: fails | new_role
# says: the role function-get-chapters, which is not there
# finding: fails | old_role
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters
aws iam delete-role --role-name function-get-chapters
