# The action is misspelled, which IAM does not say.
# starts: before
# verdict: not done
# visitor: Sign-ins are not counted: DynamoDB will refuse the API.
# lesson: IAM takes actions that do not exist.
# finding: fails | puts
# says: dynamodb:PutItems
aws iam create-policy --policy-name api-analytics-put-item \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "dynamodb:PutItems",
    "Resource": "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics"}]}'
