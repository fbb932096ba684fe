# HTTP is refused: whoever types http:// sees an error.
# starts: solved
# verdict: not done
# visitor: http:// answers 403.
# lesson: Refusing HTTP locks out visitors whom a redirect would bring to HTTPS.
# finding: fails | redirect
# says: https-only
update_distribution '{
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior, `{
    "ViewerProtocolPolicy": "https-only"
  }`)
}'
