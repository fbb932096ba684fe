# The console adds the domain to a record's name; typed in full, it doubles.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ domain }}.
# lesson: The console adds the domain to what you type as a record's name.
# finding: fails | record
# says: {{ domain }}.{{ domain }}
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ domain }}.{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "{{ website_region_endpoint }}",
      "HostedZoneId": "{{ website_zone_id }}",
      "EvaluateTargetHealth": false
  }}}]}'
