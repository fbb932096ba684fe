# The policy is for the learner's own account, whose users are not what visitors come through.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: CloudFront does not come as your account but as a service principal.
# finding: fails | policy
# says: the statement Mine is for arn:aws:iam::{{ account }}:root
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Sid": "Mine",
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::{{ account }}:root"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
