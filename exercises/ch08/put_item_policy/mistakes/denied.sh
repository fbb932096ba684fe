# A second statement denies what the first one allows.
# starts: before
# verdict: not done
# visitor: Sign-ins are not counted: DynamoDB will refuse the API.
# lesson: An explicit Deny outweighs every Allow.
# finding: fails | puts
# says: Deny
aws iam create-policy --policy-name api-analytics-put-item \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "dynamodb:PutItem",
    "Resource": "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics"}, {"Effect": "Deny",
    "Action": "dynamodb:*",
    "Resource": "*"}]}'
