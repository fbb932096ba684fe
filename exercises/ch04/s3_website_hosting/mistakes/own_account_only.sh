# The policy lets the learner's own account read, not everyone.
# starts: solved
# verdict: not done
# visitor: The page answers 403 to everyone else.
# lesson: A browser comes without an identity, and only Principal * lets it in.
# finding: fails | policy
# says: is for arn:aws:iam::{{ account }}:root
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::{{ account }}:root"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
