# The policy names a resource, and the action knows none.
# starts: solved
# verdict: not done
# visitor: Nothing comes of what people send, and the function's log says AccessDeniedException.
# lesson: An action without resources is allowed on the star alone.
# finding: holds | asks
# finding: fails | allowed
# says: comprehend:DetectSentiment
aws iam put-role-policy --role-name function-analyze-comments \
  --policy-name function-analyze-comments --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "comprehend:DetectSentiment",
        "Resource": "arn:{{ partition }}:comprehend:{{ region }}:{{ account }}:*"},
      {"Effect": "Allow", "Action": ["dynamodb:UpdateItem", "s3:PutObject"],
        "Resource": "*"},
      {"Effect": "Allow", "Action": ["dynamodb:DescribeStream",
        "dynamodb:GetRecords", "dynamodb:GetShardIterator"], "Resource":
        "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/comments/stream/*"}]}'
