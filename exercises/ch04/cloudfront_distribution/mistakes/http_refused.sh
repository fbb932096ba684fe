# HTTP is refused: whoever types http:// sees an error.
# starts: solved
# verdict: not done
# finding: fails | redirect
# says: https-only
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, {
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior, `{
    "ViewerProtocolPolicy": "https-only"
  }`)
})')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
