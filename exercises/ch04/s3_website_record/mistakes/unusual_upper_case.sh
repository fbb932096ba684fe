# The target is in capital letters and has no final dot; DNS sees no change.
# starts: before
# verdict: done
# visitor: Visitors see the page: the target is the same.
# lesson: DNS names ignore capital letters and the final dot.
zone=$(hosted_zone {{ domain }})
target={{ website_region_endpoint }}
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "'"${target^^}"'",
      "HostedZoneId": "{{ website_zone_id }}",
      "EvaluateTargetHealth": false
  }}}]}'
