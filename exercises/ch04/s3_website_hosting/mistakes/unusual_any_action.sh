# The policy allows everyone every action: too much, but reading is in it.
# starts: solved
# verdict: done
# visitor: The page appears, and anybody could change it.
# lesson: Reading is part of every action, and far too much beside it is too.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": "*",
    "Action": "*",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
