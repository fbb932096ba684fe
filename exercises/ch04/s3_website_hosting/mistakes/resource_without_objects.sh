# The policy names the bucket, not the objects in it.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: A policy about objects ends in /*.
# finding: fails | policy
# says: arn:aws:s3:::{{ website_bucket }}/*
# AWS refuses s3:GetObject on a bucket alone; a wildcard action it takes.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": "*",
    "Action": "s3:Get*",
    "Resource": "arn:aws:s3:::{{ website_bucket }}"
  }]
}'
