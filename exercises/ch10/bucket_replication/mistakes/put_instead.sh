# The role may get and put objects, as a program would.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; new objects have the replication status FAILED.
# lesson: S3 copies by actions of its own: one for reading a version, one for writing a copy.
# finding: fails | allowed
# says: s3:GetObjectVersionForReplication
aws iam put-role-policy --role-name s3-replication \
  --policy-name s3-replication --policy-document '{
  "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": ["s3:GetReplicationConfiguration", "s3:ListBucket",
      "s3:GetObject", "s3:PutObject"], "Resource": "*"}]}'
