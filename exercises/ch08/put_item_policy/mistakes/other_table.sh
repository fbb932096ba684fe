# The policy is about the table of chapters.
# starts: before
# verdict: not done
# visitor: Sign-ins are not counted: DynamoDB will refuse the API.
# lesson: A statement is about the resource that it names and no other.
# finding: fails | puts
# says: table/chapters
aws iam create-policy --policy-name api-analytics-put-item \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "dynamodb:PutItem",
    "Resource": "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/chapters"}]}'
