# Versioning is on for the data bucket alone.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, until a page is overwritten and wanted back.
# lesson: Each bucket has its own setting.
# finding: fails | website_versions
# says: has never kept versions
# finding: holds | data_versions
aws s3api put-bucket-versioning --bucket {{ data_bucket }} \
  --versioning-configuration Status=Enabled
