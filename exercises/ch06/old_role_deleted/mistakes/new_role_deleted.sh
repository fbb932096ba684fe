# The new role was deleted with the old one.
# starts: before
# verdict: not done
# finding: fails | the function works under a role of its own, which is there
# says: the role function-get-chapters, which is not there
# finding: fails | the role that Lambda made in exercise 5.10 is deleted
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters
aws iam delete-role --role-name function-get-chapters
