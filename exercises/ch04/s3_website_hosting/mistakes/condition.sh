# A condition lets only one network read, so not everyone may.
# starts: solved
# verdict: not done
# visitor: Visitors outside that one network get 403.
# lesson: A condition narrows an Allow to those who meet it.
# finding: fails | policy
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*",
    "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
  }]
}'
