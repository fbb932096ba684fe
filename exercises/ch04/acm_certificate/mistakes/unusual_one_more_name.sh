# The certificate also covers a deeper name, with its own record.
# starts: before
# verdict: done
# visitor: Browsers show the padlock at one more name.
# lesson: More names on a certificate do no harm.
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' 'www.api.{{ domain }}')
validate_certificate "$zone" "$certificate"
