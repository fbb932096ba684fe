# The trust policy lets everyone in the world take the role on.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and every AWS account could take on the role.
# lesson: A trust policy names who may take on the role, and * is everyone.
# finding: fails | no_one_else
# says: everyone in the world
aws iam update-assume-role-policy --role-name function-put-account-info \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"AWS": "*", "Service": "lambda.amazonaws.com"}}]}'
