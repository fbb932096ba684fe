# A Deny of plain HTTP shuts the website: its endpoint speaks only HTTP.
# starts: solved
# verdict: not done
# visitor: The page answers 403.
# lesson: The website endpoint speaks only HTTP, so refusing HTTP refuses everybody.
# finding: fails | policy
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }, {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*",
    "Condition": {"Bool": {"aws:SecureTransport": "false"}}
  }]
}'
