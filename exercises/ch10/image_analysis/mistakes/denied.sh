# A second statement denies what the first one allows.
# starts: solved
# verdict: not done
# visitor: The page says that nothing was seen: the API answers 502.
# lesson: A Deny outweighs every Allow.
# finding: fails | allowed
# says: denies it
aws iam put-role-policy --role-name function-analyze-images \
  --policy-name function-analyze-images --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "rekognition:*", "Resource": "*"},
      {"Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:{{ partition }}:s3:::{{ data_bucket }}/images/*"},
      {"Sid": "Never", "Effect": "Deny", "Action": "rekognition:*",
        "Resource": "*"}]}'
