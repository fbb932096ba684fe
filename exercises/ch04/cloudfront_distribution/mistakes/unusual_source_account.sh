# The condition names the account instead of the distribution, by a pattern.
# starts: solved
# verdict: done
# visitor: The page appears, and any distribution of your account could serve it.
# lesson: Naming the account in the condition keeps strangers out as well.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"Service": "cloudfront.amazonaws.com"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*",
    "Condition": {"StringLike": {"AWS:SourceAccount": "{{ account }}"}}
  }]
}'
