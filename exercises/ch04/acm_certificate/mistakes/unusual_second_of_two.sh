# Two certificates: the first lacks the wildcard, the second is right.
# starts: before
# verdict: done
# visitor: Browsers show the padlock of the second certificate.
# lesson: It is enough that one certificate has both names.
zone=$(hosted_zone {{ domain }})
aws acm request-certificate --region us-east-1 \
  --validation-method DNS --domain-name '{{ domain }}'
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}')
validate_certificate "$zone" "$certificate"
