# A tool wrote the policy into the role itself.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A policy may be part of the role that has it.
# finding: holds | policy
# says: of the role
aws iam create-role --role-name website-ApiRole-1A2B3C \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": {"Service": ["apigateway.amazonaws.com"]}}]}'
aws iam put-role-policy --role-name website-ApiRole-1A2B3C \
  --policy-name put --policy-document '{"Version": "2012-10-17",
    "Statement": {"Effect": "Allow", "Action": "dynamodb:PutItem",
      "Resource": "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics"}}'
