# The policy says everyone as an AWS principal, and has arrays throughout.
# starts: solved
# verdict: done
# visitor: The page appears.
# lesson: IAM reads lists and single values alike.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"AWS": ["*"]},
    "Action": ["s3:GetObjectVersion", "s3:GetObject"],
    "Resource": [
      "arn:aws:s3:::{{ website_bucket }}",
      "arn:aws:s3:::{{ website_bucket }}/*"
    ]
  }]
}'
