# Everyone may publish to the topic.
# starts: solved
# verdict: not done
# visitor: Whoever knows the topic has mail sent in your name.
# lesson: A principal of * without a condition is everyone with an AWS account.
# finding: fails | strangers
# says: everybody with an AWS account
topic=arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email
aws sns set-topic-attributes --topic-arn "$topic" \
  --attribute-name Policy --attribute-value '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"},
      "Action": "sns:Publish", "Resource": "'"$topic"'"}]}'
