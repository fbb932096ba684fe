# The certificate is for the domain alone: no sub-domain is covered.
# starts: before
# verdict: not done
# visitor: The website works later on, but browsers will warn at {{ api_domain }}.
# lesson: A certificate covers the names on it and no others.
# finding: fails | certificate
# says: *.{{ domain }}
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' --validation-method DNS
