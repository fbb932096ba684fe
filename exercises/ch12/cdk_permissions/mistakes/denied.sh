# Another policy of the group denies taking on roles.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; the CDK is refused.
# lesson: An explicit Deny outweighs every Allow.
# finding: fails | assumes
# says: Deny
aws iam put-group-policy --group-name serverless-deploy \
  --policy-name no-roles --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Deny", "Action": "sts:*", "Resource": "*"}]}'
