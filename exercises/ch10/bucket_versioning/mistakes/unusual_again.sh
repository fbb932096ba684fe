# Versioning was suspended for a while, and is on again.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Only the setting of now counts for what is overwritten now.
# finding: holds | data_versions
for wanted in Enabled Suspended Enabled; do
  for bucket in {{ website_bucket }} {{ data_bucket }}; do
    aws s3api put-bucket-versioning --bucket "$bucket" \
      --versioning-configuration "Status=$wanted"
  done
done
