# The policy still names a deleted user, by the id that AWS put there.
# starts: solved
# verdict: done
# visitor: Nobody gets in.
# lesson: A deleted user in a policy lets nobody in; only its id is left.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Sid": "Gone",
    "Effect": "Allow",
    "Principal": {"AWS": "AIDAQXQ5EXAMPLEUSERID"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
