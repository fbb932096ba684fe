# Viewer access is restricted to signed URLs.
# starts: solved
# verdict: not done
# visitor: The page answers 403 MissingKey.
# lesson: A public website restricts no viewer access.
# finding: fails | viewers
update_distribution '{
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior, `{
    "TrustedSigners": {
      "Enabled": true, "Quantity": 1, "Items": ["self"]
    }
  }`) }'
