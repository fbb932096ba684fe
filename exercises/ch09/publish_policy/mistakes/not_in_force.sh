# The new version of the policy is there, and another one is in force.
# starts: solved
# verdict: not done
# visitor: The name is changed, and no mail comes: the function may not publish.
# lesson: Of a policy's versions one is in force, the default one.
# finding: fails | publishes
# says: sns:Publish
arn=arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info
aws iam create-policy-version --policy-arn "$arn" --set-as-default \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sns:ListTopics", "Resource": "*"}]}'
aws iam create-policy-version --policy-arn "$arn" \
  --policy-document file://policies/function-put-account-info.json
