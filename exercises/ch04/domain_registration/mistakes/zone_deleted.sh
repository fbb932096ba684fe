# The hosted zone was deleted to save its monthly price.
# starts: solved
# verdict: not done
# finding: fails | zone
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query 'HostedZones[0].Id' --output text)
aws route53 delete-hosted-zone --id "$zone"
