# The page is served over plain HTTP as well as over HTTPS.
# starts: solved
# verdict: not done
# finding: fails | redirect
# says: allow-all
update_distribution '{
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior, `{
    "ViewerProtocolPolicy": "allow-all"
  }`)
}'
