# The policy was detached from the role, and neither of them deleted.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: both are left lying around.
# lesson: Detaching a policy deletes neither policy nor role.
# finding: fails | old_role
# says: the role get-chapters-role
# finding: fails | old_policy
policy=$(aws iam list-attached-role-policies --output text \
  --role-name get-chapters-role --query 'AttachedPolicies[0].PolicyArn')
aws iam detach-role-policy --role-name get-chapters-role \
  --policy-arn "$policy"
