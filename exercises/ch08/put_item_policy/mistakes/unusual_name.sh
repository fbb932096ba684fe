# The policy has another name.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What a policy is called does not matter to what it allows.
aws iam create-policy --policy-name write-analytics \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": ["dynamodb:PutItem"],
    "Resource": "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics"}]}'
