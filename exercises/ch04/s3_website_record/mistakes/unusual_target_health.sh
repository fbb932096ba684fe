# The alias evaluates the target's health.
# starts: solved
# verdict: done
# visitor: Visitors see the page.
# lesson: Evaluating the target's health changes nothing for a single alias.
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "{{ website_region_endpoint }}.",
      "HostedZoneId": "{{ website_zone_id }}",
      "EvaluateTargetHealth": true
  }}}]}'
