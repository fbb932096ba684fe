# The role is the right one, and a policy beside it denies everything.
# starts: solved
# verdict: not done
# visitor: The function gets AccessDenied for whatever it asks.
# lesson: The right name of a role says nothing of what the role may do.
# finding: fails | role
# says: a statement denies it
aws iam put-role-policy --role-name function-get-chapters \
  --policy-name deny-all --policy-document '{
    "Version": "2012-10-17", "Statement": {
      "Effect": "Deny", "Action": "*", "Resource": "*"}}'
