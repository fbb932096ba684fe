# One rule was made by itself, and no pack.
# starts: before
# verdict: not done
# visitor: Nobody sees anything.
# lesson: A pack holds rules together, so that they come and go as one.
# finding: fails | pack
aws configservice put-config-rule --config-rule '{
  "ConfigRuleName": "buckets-keep-versions",
  "Source": {"Owner": "AWS",
    "SourceIdentifier": "S3_BUCKET_VERSIONING_ENABLED"}}'
