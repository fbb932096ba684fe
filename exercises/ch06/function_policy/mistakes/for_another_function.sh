# The statement holds for the requests of another function.
# starts: solved
# verdict: not done
# visitor: Nobody sees it yet; the function would get AccessDenied.
# lesson: Lambda names the function in every request of its code.
# finding: fails | reads_data
# says: holds only under a Condition
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject",
     "Resource": "arn:aws:s3:::{{ data_bucket }}/*",
     "Condition": {"ArnEquals": {"lambda:SourceFunctionArn":
       "arn:aws:lambda:{{ region }}:{{ account }}:function:put-chapters"}}},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"}]}'
