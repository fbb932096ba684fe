# The security policy asks for more than needed: TLS 1.3.
# starts: solved
# verdict: done
# visitor: The page appears, in browsers of the last years.
# lesson: Asking for more than TLS 1.2 is stricter, and right.
update_distribution '{
  ViewerCertificate: merge(DistributionConfig.ViewerCertificate, `{
    "MinimumProtocolVersion": "TLSv1.3_2025"
  }`)
}'
