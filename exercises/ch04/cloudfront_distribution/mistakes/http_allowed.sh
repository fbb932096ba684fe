# The page is served over plain HTTP as well as over HTTPS.
# starts: solved
# verdict: not done
# visitor: http:// shows the page without encryption.
# lesson: Only a redirect brings visitors who type no https to the encrypted page.
# finding: fails | redirect
# says: allow-all
update_distribution '{
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior, `{
    "ViewerProtocolPolicy": "allow-all"
  }`)
}'
