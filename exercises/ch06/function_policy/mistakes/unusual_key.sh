# The data is under a key of the account's own, which the function may use.
# starts: solved
# verdict: done
# visitor: The function reads the bucket.
# lesson: Data under a key needs two permissions: for S3, and for the key.
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject",
     "Resource": "arn:aws:s3:::{{ data_bucket }}/*"},
    {"Effect": "Allow", "Action": "kms:Decrypt",
     "Resource": "arn:aws:kms:{{ region }}:{{ account }}:key/1a2b3c4d-0000-0000-0000-000000000000"},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"}]}'
