# The certificate's first name is of another domain, whose DNS is elsewhere.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A certificate is for each of its names, whichever stands first.
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name 'www.example.net' \
  --subject-alternative-names '{{ domain }}' '*.{{ domain }}')
validate_certificate "$zone" "$certificate" \
  "[?DomainName!='www.example.net']"
