# The alias is at www only; the domain itself has no record.
# starts: before
# verdict: not done
# visitor: www.{{ domain }} leads to S3, and {{ domain }} itself to nothing.
# lesson: A record is for one name, and www is another name than the domain.
# finding: fails | record
# says: www.{{ domain }}
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "www.{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "{{ website_region_endpoint }}",
      "HostedZoneId": "{{ website_zone_id }}",
      "EvaluateTargetHealth": false
  }}}]}'
