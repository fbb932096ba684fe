# A tool wrote the policy into the role itself, and it is about every table.
# starts: before
# verdict: not done
# visitor: Visitors see no difference, and the API may overwrite the chapters.
# lesson: A policy that is part of a role is mended where it stands.
# finding: holds | puts
# finding: fails | one_table
# says: a statement is about *
aws iam create-role --role-name website-ApiRole-1A2B3C \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": {"Service": ["apigateway.amazonaws.com"]}}]}'
aws iam put-role-policy --role-name website-ApiRole-1A2B3C \
  --policy-name put --policy-document '{"Version": "2012-10-17",
    "Statement": {"Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": "*"}}'
