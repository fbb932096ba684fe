# The policy allows everything but topics, in one statement.
# starts: solved
# verdict: done
# visitor: The message comes.
# lesson: NotResource says what a statement is not about.
# finding: holds | allowed
aws iam delete-role-policy --role-name function-sns-send-text \
  --policy-name text-messages 2>/dev/null || true
aws iam detach-role-policy --role-name function-sns-send-text --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-text
aws iam put-role-policy --role-name function-sns-send-text \
  --policy-name own --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sns:Publish",
      "NotResource": "arn:{{ partition }}:sns:*:*:*"}]}'
