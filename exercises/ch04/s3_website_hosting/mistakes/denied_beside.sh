# A Deny stands beside the public statement, and a Deny always wins.
# starts: solved
# verdict: not done
# visitor: The page answers 403.
# lesson: A Deny wins over every Allow.
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
    "Action": "s3:Get*",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
