# The role may write a log, and nothing else.
# starts: solved
# verdict: not done
# visitor: The page says that it was not saved: the API answers 502.
# lesson: A function may do what its role allows, whatever its code says.
# finding: holds | stores
# finding: fails | allowed
# says: dynamodb:PutItem
aws iam put-role-policy --role-name function-put-comment \
  --policy-name function-put-comment --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "logs:*", "Resource": "*"}]}'
