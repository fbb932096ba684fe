# The console adds the domain to a record's name; typed in full, it doubles.
# starts: before
# verdict: not done
# finding: fails | record
# says: {{ domain }}.{{ domain }}
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query 'HostedZones[0].Id' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ domain }}.{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "{{ website_region_endpoint }}",
      "HostedZoneId": "{{ website_zone_id }}",
      "EvaluateTargetHealth": false
  }}}]}'
