# One statement, small letters, wildcards in actions, and more than needed.
# starts: solved
# verdict: done
# visitor: The API works.
# lesson: IAM reads a policy by its meaning, not by its spelling.
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": {
    "Effect": "Allow",
    "Action": ["s3:getobject", "s3:ListBucket", "logs:Create*", "logs:Put*"],
    "Resource": ["arn:aws:s3:::{{ data_bucket }}",
      "arn:aws:s3:::{{ data_bucket }}/chapters.json",
      "arn:aws:logs:*:{{ account }}:log-group:/aws/lambda/*"]}}'
