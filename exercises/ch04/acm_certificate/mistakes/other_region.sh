# The certificate is in eu-west-1, where CloudFront does not look.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: CloudFront does not offer the certificate.
# lesson: CloudFront takes certificates from us-east-1 only.
# finding: fails | certificate
# says: eu-west-1
aws acm request-certificate --region eu-west-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS
