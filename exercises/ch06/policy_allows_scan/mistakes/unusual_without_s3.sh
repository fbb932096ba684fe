# The statement about the bucket is gone already, and the index is named too.
# starts: solved
# verdict: done
# visitor: The API works, once the code no longer reads the bucket.
# lesson: A policy may lose what the code no longer needs.
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": ["dynamodb:Query", "dynamodb:Scan"],
     "Resource": [
       "arn:aws:dynamodb:{{ region }}:{{ account }}:table/chapters",
       "arn:aws:dynamodb:{{ region }}:{{ account }}:table/chapters/index/*"]},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"}]}'
