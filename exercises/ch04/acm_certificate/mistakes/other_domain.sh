# The certificate is for the domain with another ending.
# starts: before
# verdict: not done
# visitor: Browsers warn that the certificate is for another website.
# lesson: A certificate for another ending is a certificate for another domain.
# finding: fails | certificate
# says: a certificate for {{ domain }}.org
aws acm request-certificate --validation-method DNS \
  --region us-east-1 --domain-name {{ domain }}.org \
  --subject-alternative-names "*.{{ domain }}.org"
