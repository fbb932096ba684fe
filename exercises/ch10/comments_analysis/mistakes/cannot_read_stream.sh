# The role may ask Comprehend, and may not read the stream.
# starts: solved
# verdict: not done
# visitor: Nothing comes of what people send, and the function has no log at all.
# lesson: Lambda reads the stream in the name of the function.
# finding: fails | permitted
# says: dynamodb:DescribeStream
aws iam put-role-policy --role-name function-analyze-comments \
  --policy-name function-analyze-comments --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": ["comprehend:DetectSentiment", "dynamodb:UpdateItem",
        "s3:PutObject"], "Resource": "*"}]}'
