# The policy is about every table of the account.
# starts: before
# verdict: not done
# visitor: Visitors see no difference, and the API may overwrite the chapters.
# lesson: Name the one resource that is meant.
# finding: holds | puts
# finding: fails | one_table
# says: a statement is about *
aws iam create-policy --policy-name api-analytics-put-item \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "dynamodb:PutItem",
    "Resource": "*"}]}'
