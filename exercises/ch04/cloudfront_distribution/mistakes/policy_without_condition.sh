# Without a condition, any distribution of anybody may read the objects.
# starts: solved
# verdict: not done
# finding: fails | policy
# says: AWS:SourceArn
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"Service": "cloudfront.amazonaws.com"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
