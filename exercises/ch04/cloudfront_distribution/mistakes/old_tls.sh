# The security policy lets viewers in that speak TLS 1.0.
# starts: solved
# verdict: not done
# finding: fails | tls
# says: TLSv1
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, {
  ViewerCertificate: merge(DistributionConfig.ViewerCertificate, `{
    "MinimumProtocolVersion": "TLSv1"
  }`)
})')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
