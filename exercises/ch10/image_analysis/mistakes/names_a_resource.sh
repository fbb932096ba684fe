# The policy names a resource, and the action knows none.
# starts: solved
# verdict: not done
# visitor: The page says that nothing was seen: the API answers 502.
# lesson: An action without resources is allowed on the star alone.
# finding: holds | asks
# finding: fails | allowed
# says: rekognition:DetectLabels
aws iam put-role-policy --role-name function-analyze-images \
  --policy-name function-analyze-images --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "rekognition:DetectLabels",
        "Resource": "arn:{{ partition }}:rekognition:{{ region }}:{{ account }}:*"},
      {"Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:{{ partition }}:s3:::{{ data_bucket }}/images/*"}]}'
