# HTTP is refused: whoever types http:// sees an error.
# starts: solved
# verdict: not done
# finding: fails | redirect
# says: https-only
update_distribution '{
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior, `{
    "ViewerProtocolPolicy": "https-only"
  }`)
}'
