# A Deny stands beside the permission, and a Deny always wins.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: the function is denied the file.
# lesson: A Deny wins over every Allow.
# finding: fails | reads_data
# says: the statement NoS3 denies it
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject",
     "Resource": "arn:aws:s3:::{{ data_bucket }}/*"},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"},
    {"Sid": "NoS3", "Effect": "Deny", "NotAction": "logs:*", "Resource": "*"}]}'
