# Versioning of the data bucket was suspended after it was assigned.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; in AWS Backup the jobs of the bucket fail.
# lesson: AWS Backup takes no bucket without versions.
# finding: fails | versions
# says: Suspended
aws s3api put-bucket-versioning --bucket {{ data_bucket }} \
  --versioning-configuration Status=Suspended
