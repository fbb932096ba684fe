# A second certificate in eu-west-1 does no harm beside the right one.
# starts: solved
# verdict: done
# visitor: Visitors never see the second certificate.
# lesson: A certificate that nothing uses costs nothing and changes nothing.
aws acm request-certificate --region eu-west-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS
