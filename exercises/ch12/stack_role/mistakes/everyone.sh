# Everybody in the world may take on the role.
# starts: solved
# verdict: not done
# visitor: Strangers can make functions in the account.
# lesson: A principal of * in a trust policy is everyone with an AWS account.
# finding: fails | no_one_else
# says: everyone in the world
aws iam update-assume-role-policy --role-name cloudformation-website-stack \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*",
      "Service": "cloudformation.amazonaws.com"}}]}'
