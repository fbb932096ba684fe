# The alias evaluates the target's health.
# starts: solved
# verdict: done
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query 'HostedZones[0].Id' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "{{ website_region_endpoint }}.",
      "HostedZoneId": "{{ website_zone_id }}",
      "EvaluateTargetHealth": true
  }}}]}'
