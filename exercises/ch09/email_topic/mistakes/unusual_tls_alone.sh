# The topic refuses whoever publishes without encryption, and names one role.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference: the SDK always encrypts.
# lesson: A Deny that is about others keeps nobody from anything.
# finding: holds | open
topic=arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email
aws sns set-topic-attributes --topic-arn "$topic" \
  --attribute-name Policy --attribute-value '{"Version": "2012-10-17",
    "Statement": [
      {"Effect": "Allow", "Action": "sns:Publish", "Resource": "'"$topic"'",
       "Principal": {"AWS": "arn:{{ partition }}:iam::{{ account }}:root"}},
      {"Effect": "Deny", "Action": "sns:Publish", "Resource": "'"$topic"'",
       "Principal": "*",
       "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}'
