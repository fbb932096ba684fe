# The security policy asks for more than needed: TLS 1.3.
# starts: solved
# verdict: done
update_distribution '{
  ViewerCertificate: merge(DistributionConfig.ViewerCertificate, `{
    "MinimumProtocolVersion": "TLSv1.3_2025"
  }`)
}'
