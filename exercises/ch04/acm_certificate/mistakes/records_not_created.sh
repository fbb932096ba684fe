# The certificate was requested, but nobody created its records.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: in AWS the certificate stays pending, and ACM gives up after 72 hours.
# lesson: Requesting a certificate and creating its records are two steps.
# finding: fails | records
# says: CNAME
# On AWS it stays PENDING_VALIDATION; the practice account issues at once.
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS
