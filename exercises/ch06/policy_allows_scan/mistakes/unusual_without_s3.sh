# The statement about the bucket is gone already, and the index is named too.
# starts: solved
# verdict: done
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": ["dynamodb:Query", "dynamodb:Scan"],
     "Resource": [
       "arn:aws:dynamodb:{{ region }}:{{ account }}:table/chapters",
       "arn:aws:dynamodb:{{ region }}:{{ account }}:table/chapters/index/*"]},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"}]}'
