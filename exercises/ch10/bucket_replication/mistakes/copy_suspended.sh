# Versioning of the other bucket was suspended later.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; new objects have the replication status FAILED.
# lesson: Both sides must keep versions, all the time.
# finding: fails | copy_versions
# says: Suspended
aws s3api put-bucket-versioning --bucket {{ data_bucket }}-replica \
  --versioning-configuration Status=Suspended
