# The role may do everything.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: It works, and whoever may use the role is an administrator.
# finding: holds | allowed
# says: It allows everything
aws iam put-role-policy --role-name cloudformation-website-stack --policy-name everything \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "*", "Resource": "*"}]}'
