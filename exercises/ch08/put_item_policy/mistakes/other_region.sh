# The table's ARN names another region.
# starts: before
# verdict: not done
# visitor: Sign-ins are not counted: DynamoDB will refuse the API.
# lesson: An ARN names the region, and a table of the same name elsewhere is another one.
# finding: fails | puts
# says: eu-west-1
aws iam create-policy --policy-name api-analytics-put-item \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "dynamodb:PutItem",
    "Resource": "arn:{{ partition }}:dynamodb:eu-west-1:{{ account }}:table/analytics"}]}'
