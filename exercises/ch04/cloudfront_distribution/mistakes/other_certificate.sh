# The distribution presents a certificate without the wildcard.
# starts: solved
# verdict: not done
# finding: fails | certificate
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
certificate=$(aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' --validation-method DNS \
  --query CertificateArn --output text)
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "ViewerCertificate": {
    "ACMCertificateArn": "'"$certificate"'",
    "SSLSupportMethod": "sni-only",
    "MinimumProtocolVersion": "TLSv1.2_2021"
  }
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
