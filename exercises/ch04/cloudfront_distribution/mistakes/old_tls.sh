# The security policy lets viewers in that speak TLS 1.0.
# starts: solved
# verdict: not done
# finding: fails | tls
# says: TLSv1
update_distribution '{
  ViewerCertificate: merge(DistributionConfig.ViewerCertificate, `{
    "MinimumProtocolVersion": "TLSv1"
  }`)
}'
