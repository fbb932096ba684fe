# The certificate also has a name of another domain, whose DNS is elsewhere.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Each name of a certificate is validated in the zone of its own domain.
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' 'www.example.net')
validate_certificate "$zone" "$certificate" \
  "[?DomainName!='www.example.net']"
