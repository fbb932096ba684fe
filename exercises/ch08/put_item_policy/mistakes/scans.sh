# The action of chapter 6 was copied: it reads and does not write.
# starts: before
# verdict: not done
# visitor: Sign-ins are not counted: DynamoDB will refuse the API.
# lesson: Reading and writing are different actions.
# finding: fails | puts
# says: dynamodb:Scan
aws iam create-policy --policy-name api-analytics-put-item \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "dynamodb:Scan",
    "Resource": "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics"}]}'
