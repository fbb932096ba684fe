# The origin request policy AllViewer passes the visitors' Host header on.
# starts: solved
# verdict: not done
# visitor: The page answers 403 SignatureDoesNotMatch.
# lesson: The visitors' Host header stays at CloudFront.
# finding: fails | host
# says: AllViewer
update_distribution '{
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior,
    {OriginRequestPolicyId: `"216adef6-5c7f-47e4-b989-5492eafa07d3"`}) }'
