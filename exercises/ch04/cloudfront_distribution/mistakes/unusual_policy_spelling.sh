# Arrays, ArnLike, a key in another case, and statements beside it.
# starts: solved
# verdict: done
# visitor: The page appears.
# lesson: IAM reads a policy by its meaning, not by its spelling.
distribution=$(distribution)
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*",
    "Condition": {"Bool": {"aws:SecureTransport": ["false"]}}
  }, {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::{{ account }}:root"},
    "Action": "s3:PutObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }, {
    "Effect": "Allow",
    "Principal": {"Service": ["cloudfront.amazonaws.com"]},
    "Action": ["s3:GetObject", "s3:GetObjectVersion"],
    "Resource": ["arn:aws:s3:::{{ website_bucket }}/*"],
    "Condition": {"ArnLike": {"aws:sourcearn": [
      "arn:aws:cloudfront::{{ account }}:distribution/'"$distribution"'"
    ]}}
  }]
}'
