# The role is one for virtual machines.
# starts: solved
# verdict: not done
# visitor: The API answers 500 or 502: Lambda cannot take on the role.
# lesson: The trust policy says which service may take on a role.
# finding: fails | trust
# says: ec2.amazonaws.com
aws iam update-assume-role-policy --role-name get-chapters-role \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"},
    "Action": "sts:AssumeRole"
  }]}'
