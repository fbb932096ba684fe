# The policy was detached from the role, and neither of them deleted.
# starts: before
# verdict: not done
# finding: fails | the role that Lambda made in exercise 5.10 is deleted
# says: the role get-chapters-role
# finding: fails | the policy that Lambda made with it is deleted
policy=$(aws iam list-attached-role-policies --output text \
  --role-name get-chapters-role --query 'AttachedPolicies[0].PolicyArn')
aws iam detach-role-policy --role-name get-chapters-role \
  --policy-arn "$policy"
