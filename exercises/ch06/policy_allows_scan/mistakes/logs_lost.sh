# The new version has the statement about the table and nothing else.
# starts: solved
# verdict: not done
# visitor: The API works, and its errors are nowhere to be read.
# lesson: A new version replaces the whole policy.
# finding: holds | scans
# finding: fails | logs
# says: no statement that allows logs:CreateLogStream
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "dynamodb:Scan",
     "Resource": "arn:aws:dynamodb:{{ region }}:{{ account }}:table/chapters"}]}'
