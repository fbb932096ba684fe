# The trust policy lets everyone in the world take the role on.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and strangers can send mail in your name.
# lesson: A principal of * in a trust policy is everyone with an AWS account.
# finding: fails | no_one_else
# says: everyone in the world
aws iam update-assume-role-policy --role-name function-sns-send-email \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"AWS": "*", "Service": "lambda.amazonaws.com"}}]}'
