# The statement is for this account and region, and has a wildcard action.
# starts: solved
# verdict: done
# visitor: The function scans the table.
# lesson: Conditions that every request of the function meets are no hurdle.
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Sid": "Table", "Effect": "Allow", "Action": "dynamodb:Sc?n",
     "Resource": "arn:aws:dynamodb:{{ region }}:{{ account }}:table/chapters",
     "Condition": {"StringEquals": {"aws:ResourceAccount": "{{ account }}",
       "aws:RequestedRegion": "{{ region }}"}}},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"}]}'
