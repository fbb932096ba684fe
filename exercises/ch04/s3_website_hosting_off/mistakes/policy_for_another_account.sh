# The policy lets in an account that is not the learner's.
# starts: solved
# verdict: not done
# visitor: Visitors see nothing, and one stranger's account reads everything.
# lesson: A policy for another account is not public, so the block does not stop it.
# finding: fails | policy
# says: 111122223333
# S3 does not call this policy public, so the block does not stop it.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
