# The distribution presents a certificate without the wildcard.
# starts: solved
# verdict: not done
# visitor: Browsers show the padlock at {{ domain }}, and warn at names below it.
# lesson: Presenting a certificate does not make it cover more names.
# finding: fails | certificate
certificate=$(aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' --validation-method DNS \
  --query CertificateArn --output text)
update_distribution '`{
  "ViewerCertificate": {
    "ACMCertificateArn": "'"$certificate"'",
    "SSLSupportMethod": "sni-only",
    "MinimumProtocolVersion": "TLSv1.2_2021"
  }
}`'
