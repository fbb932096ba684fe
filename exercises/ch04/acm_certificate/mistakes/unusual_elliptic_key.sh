# The key is EC_prime256v1, which ACM lists only when asked for it.
# starts: before
# verdict: done
# visitor: Browsers show the padlock, as with an RSA key.
# lesson: The kind of key does not matter to a visitor.
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name '{{ domain }}' --key-algorithm EC_prime256v1 \
  --subject-alternative-names '*.{{ domain }}')
validate_certificate "$zone" "$certificate"
