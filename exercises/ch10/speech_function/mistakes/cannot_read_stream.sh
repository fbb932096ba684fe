# The role may ask Polly, and may not read the stream.
# starts: solved
# verdict: not done
# visitor: Nothing comes of what people send, and the function has no log at all.
# lesson: Lambda reads the stream in the name of the function.
# finding: fails | permitted
# says: dynamodb:DescribeStream
aws iam put-role-policy --role-name function-create-speech \
  --policy-name function-create-speech --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": ["polly:SynthesizeSpeech", "dynamodb:UpdateItem",
        "s3:PutObject"], "Resource": "*"}]}'
