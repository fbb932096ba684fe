# A statement of the topic's policy denies publishing to everybody.
# starts: solved
# verdict: not done
# visitor: No mail comes: the function is refused when it publishes.
# lesson: An explicit Deny outweighs every Allow, that of a role as well.
# finding: fails | open
# says: the statement quiet denies it
topic=arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email
aws sns set-topic-attributes --topic-arn "$topic" \
  --attribute-name Policy --attribute-value '{"Version": "2012-10-17",
    "Statement": [{"Sid": "quiet", "Effect": "Deny", "Principal": "*",
      "Action": "sns:Publish", "Resource": "'"$topic"'"}]}'
