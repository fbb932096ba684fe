# The policy names a topic, and the function publishes to a phone.
# starts: solved
# verdict: not done
# visitor: The API answers 500, and no message comes.
# lesson: A phone number has no ARN, so that only what fits everything fits it.
# finding: fails | allowed
# says: function-sns-send-text
aws iam delete-role-policy --role-name function-sns-send-text \
  --policy-name text-messages 2>/dev/null || true
aws iam detach-role-policy --role-name function-sns-send-text --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-text
aws iam put-role-policy --role-name function-sns-send-text \
  --policy-name own --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sns:Publish",
      "Resource": "arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-text"}]}'
