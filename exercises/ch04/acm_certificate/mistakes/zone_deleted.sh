# The hosted zone was deleted, and the validation record with it.
# starts: before
# verdict: not done
# finding: fails | zone
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query 'HostedZones[0].Id' --output text)
aws route53 delete-hosted-zone --id "$zone"
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS
