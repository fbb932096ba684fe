# The policy lets one CloudFront distribution of this account read.
# starts: solved
# verdict: done
# visitor: Only that distribution can read the page.
# lesson: A policy for one distribution of yours is not public.
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
