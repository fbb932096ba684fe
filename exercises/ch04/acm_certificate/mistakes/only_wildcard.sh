# The certificate is for *.{{ domain }}, which does not cover {{ domain }}.
# starts: before
# verdict: not done
# finding: fails | certificate
aws acm request-certificate --region us-east-1 \
  --domain-name '*.{{ domain }}' --validation-method DNS
