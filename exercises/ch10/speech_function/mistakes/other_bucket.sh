# The policy names the bucket of the data, and the code that of the website.
# starts: solved
# verdict: not done
# visitor: The page waits, and no sound comes.
# lesson: The bucket of the policy is the one that the code names.
# finding: fails | allowed
# says: s3:PutObject
aws iam put-role-policy --role-name function-create-speech \
  --policy-name function-create-speech --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "polly:SynthesizeSpeech", "Resource": "*"},
      {"Effect": "Allow", "Action": ["s3:PutObject"],
        "Resource": "arn:{{ partition }}:s3:::{{ data_bucket }}/*"},
      {"Effect": "Allow", "Action": "dynamodb:UpdateItem", "Resource": "*"},
      {"Effect": "Allow", "Action": ["dynamodb:DescribeStream",
        "dynamodb:GetRecords", "dynamodb:GetShardIterator"], "Resource":
        "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/text-to-speech/stream/*"}]}'
