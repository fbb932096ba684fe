# The security policy lets viewers in that speak TLS 1.0.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: old and broken encryption is still accepted.
# lesson: The security policy decides which versions of TLS visitors may use.
# finding: fails | tls
# says: TLSv1
update_distribution '{
  ViewerCertificate: merge(DistributionConfig.ViewerCertificate, `{
    "MinimumProtocolVersion": "TLSv1"
  }`)
}'
