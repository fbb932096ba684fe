# The bucket encrypts new objects with a key of KMS, which the rule leaves out.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; new objects have no replication status at all.
# lesson: What is encrypted with KMS is copied only if the rule says so.
# finding: fails | encrypted
# says: the rule leaves out
aws s3api put-bucket-encryption --bucket {{ data_bucket }} \
  --server-side-encryption-configuration '{"Rules": [{
    "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]}'
