# No policy is attached to the role.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; each stack is rolled back.
# lesson: A role may do nothing until a policy says what.
# finding: fails | allowed
# says: no statement that allows s3:CreateBucket
aws iam detach-role-policy --role-name cloudformation-website-stack --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/cloudformation-website-stack
