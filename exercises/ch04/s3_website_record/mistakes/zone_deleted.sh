# The hosted zone is gone, so there is no place for the record.
# starts: before
# verdict: not done
# finding: fails | zone
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query 'HostedZones[0].Id' --output text)
aws route53 delete-hosted-zone --id "$zone"
