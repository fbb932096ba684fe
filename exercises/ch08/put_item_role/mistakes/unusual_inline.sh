# The permission is part of the role, and only this account's APIs may use it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A condition on the account keeps others from using the role.
aws iam create-role --role-name api-analytics-put-item \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": {"Service": ["apigateway.amazonaws.com"]},
      "Condition": {"StringEquals": {"aws:SourceAccount": "{{ account }}"}}}]}'
aws iam put-role-policy --role-name api-analytics-put-item \
  --policy-name put --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "dynamodb:PutItem",
      "Resource": "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics"}]}'
