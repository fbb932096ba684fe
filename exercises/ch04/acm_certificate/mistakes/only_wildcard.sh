# The certificate is for *.{{ domain }}, which does not cover {{ domain }}.
# starts: before
# verdict: not done
# visitor: Browsers warn at https://{{ domain }}, though they would not at {{ api_domain }}.
# lesson: A wildcard covers the names below a domain, not the domain itself.
# finding: fails | certificate
aws acm request-certificate --region us-east-1 \
  --domain-name '*.{{ domain }}' --validation-method DNS
