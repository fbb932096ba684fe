# The page is served over plain HTTP as well as over HTTPS.
# starts: solved
# verdict: not done
# finding: fails | redirect
# says: allow-all
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, {
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior, `{
    "ViewerProtocolPolicy": "allow-all"
  }`)
})')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
