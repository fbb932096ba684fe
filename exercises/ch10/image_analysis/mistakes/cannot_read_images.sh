# The role may ask Rekognition, and may not read the images.
# starts: solved
# verdict: not done
# visitor: The page says that there is no such image.
# lesson: Rekognition reads an image in the name of whoever asks.
# finding: holds | asks
# finding: fails | allowed
# says: s3:GetObject
aws iam put-role-policy --role-name function-analyze-images \
  --policy-name function-analyze-images --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "rekognition:DetectLabels", "Resource": "*"}]}'
