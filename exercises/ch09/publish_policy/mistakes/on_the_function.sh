# The policy is about the function of that name, and not about the topic.
# starts: solved
# verdict: not done
# visitor: The name is changed, and no mail comes: the function may not publish.
# lesson: To publish is about a topic.
# finding: fails | publishes
# says: function:sns-send-email
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sns:Publish",
     "Resource": "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:sns-send-email"}]}'
