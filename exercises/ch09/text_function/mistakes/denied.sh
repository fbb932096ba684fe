# A second statement denies publishing altogether.
# starts: solved
# verdict: not done
# visitor: The API answers 500, and no message comes.
# lesson: A Deny outweighs every Allow.
# finding: fails | allowed
# says: denies it
aws iam delete-role-policy --role-name function-sns-send-text \
  --policy-name text-messages 2>/dev/null || true
aws iam detach-role-policy --role-name function-sns-send-text --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-text
aws iam put-role-policy --role-name function-sns-send-text \
  --policy-name own --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sns:Publish", "Resource": "*"},
    {"Sid": "Never", "Effect": "Deny", "Action": "sns:*", "Resource": "*"}]}'
