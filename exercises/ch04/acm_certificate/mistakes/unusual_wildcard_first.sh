# The wildcard is the main name, the domain the alternative one.
# starts: before
# verdict: done
# visitor: Browsers show the padlock at both names.
# lesson: Which of the names comes first does not matter.
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name '*.{{ domain }}' \
  --subject-alternative-names '{{ domain }}')
validate_certificate "$zone" "$certificate"
