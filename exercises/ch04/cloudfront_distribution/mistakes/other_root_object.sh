# The default root object is home.html, which is not in the bucket.
# starts: solved
# verdict: not done
# finding: fails | root
# says: home.html
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "DefaultRootObject": "home.html"
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
