# The certificate is validated by e-mail: renewing it waits for a person.
# starts: before
# verdict: not done
# visitor: Nobody sees anything now; in a year the certificate expires if nobody clicks a link in a mail.
# lesson: Validation by DNS renews a certificate without a person, and validation by e-mail does not.
# finding: fails | method
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method EMAIL
