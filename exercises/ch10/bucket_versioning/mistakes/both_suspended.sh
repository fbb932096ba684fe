# The switch was set to Suspend in both buckets, since that was the only other choice.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, until a file is overwritten and wanted back.
# lesson: Suspended is not a weaker kind of on.
# finding: fails | website_versions
# says: Suspended
# finding: fails | data_versions
# says: Suspended
for bucket in {{ website_bucket }} {{ data_bucket }}; do
  aws s3api put-bucket-versioning --bucket "$bucket" \
    --versioning-configuration Status=Suspended
done
