# Makes the topic to which functions publish, for this account alone.
topic=arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email
policy=file://policies/topic-function-sns-send-email.json
aws sns create-topic --name function-sns-send-email
aws sns set-topic-attributes --topic-arn "$topic" \
  --attribute-name Policy --attribute-value "$policy"
