# The policy covers the objects under images/ only, not every object.
# starts: solved
# verdict: not done
# visitor: The page answers 403, and pictures below images/ appear.
# lesson: The resource of a statement decides which objects it is about.
# finding: fails | policy
# says: arn:aws:s3:::{{ website_bucket }}/*
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/images/*"
  }]
}'
