# The policy in force is the one from before it knew of the table.
# starts: solved
# verdict: not done
# visitor: The API answers 502: the function gets AccessDeniedException.
# lesson: Code asks, and the role decides.
# finding: fails | allowed
# says: Allow dynamodb:Scan
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject",
     "Resource": "arn:aws:s3:::{{ data_bucket }}/*"},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"}]}'
