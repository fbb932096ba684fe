# Lambda may take the role on for functions of this account alone, and the role has a path.
# starts: before
# verdict: done
# visitor: The letter comes.
# lesson: A condition on the account keeps others from using the role.
# finding: holds | role
# says: role/website/function-sns-send-email
aws iam create-role --role-name function-sns-send-email --path /website/ \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": ["lambda.amazonaws.com"]},
     "Condition": {"StringEquals": {"aws:SourceAccount": "{{ account }}"}}}]}'
aws iam attach-role-policy --role-name function-sns-send-email \
  --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-email
