# The role may create functions, and may not give them their role.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the update with the function is rolled back.
# lesson: Giving a role to a function is an action of its own: iam:PassRole.
# finding: fails | allowed
# says: no statement that allows iam:PassRole
aws iam create-role --role-name cloudformation-website-stack \
  --assume-role-policy-document file://policies/cloudformation-trust.json
aws iam put-role-policy --role-name cloudformation-website-stack --policy-name stack \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": ["s3:*", "iam:CreateRole", "iam:PutRolePolicy", "lambda:*"],
    "Resource": "*"}]}'
