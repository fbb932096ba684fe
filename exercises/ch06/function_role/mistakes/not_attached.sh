# The role has no policy at all.
# starts: solved
# verdict: not done
# finding: holds | Lambda may take on the role
# finding: fails | the policy function-get-chapters is attached to the role
# says: no policy is attached
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters
