# Versioning of the data bucket was on, and is suspended.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until a file is overwritten and wanted back.
# lesson: A bucket that had versions once never goes back to having none: it is suspended, and keeps nothing new.
# finding: fails | data_versions
# says: Suspended
aws s3api put-bucket-versioning --bucket {{ data_bucket }} \
  --versioning-configuration Status=Suspended
