# Beside the distribution, a statement copied from somewhere lets another account read.
# starts: solved
# verdict: not done
# visitor: The page works, and somebody else's account can read the bucket too.
# lesson: A bucket policy is as open as its widest statement.
# finding: fails | policy
# says: lets arn:aws:iam::999999999999:root in too
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].ARN' --output text)
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"Service": "cloudfront.amazonaws.com"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*",
    "Condition": {"StringEquals": {"AWS:SourceArn": "'"$distribution"'"}}
  }, {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::999999999999:root"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
