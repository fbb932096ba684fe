# The certificate is for the domain alone: no sub-domain is covered.
# starts: before
# verdict: not done
# finding: fails | certificate
# says: *.{{ domain }}
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' --validation-method DNS
