# The policy names a distribution that was deleted long ago.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: Each distribution has its own id, and the policy must name the one in use.
# finding: fails | policy
# says: E1A2B3C4D5E6F7
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"Service": "cloudfront.amazonaws.com"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*",
    "Condition": {"StringEquals": {
      "AWS:SourceArn":
        "arn:aws:cloudfront::{{ account }}:distribution/E1A2B3C4D5E6F7"
    }}
  }]
}'
