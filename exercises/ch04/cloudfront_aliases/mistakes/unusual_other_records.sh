# The zone also holds records for mail and for www.{{ domain }}.
# starts: solved
# verdict: done
# visitor: Visitors see the page, and mail arrives as well.
# lesson: Other records in the zone do not disturb the alias.
zone=$(hosted_zone {{ domain }})
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
    -e 's|"{{ domain }}\."|"www.{{ domain }}."|' \
    records/website-distribution.json)"
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "MX", "TTL": 300,
    "ResourceRecords": [{"Value": "10 mail.{{ domain }}."}]
  }}, {"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "TXT", "TTL": 300,
    "ResourceRecords": [{"Value": "\"v=spf1 mx -all\""}]
  }}, {"Action": "CREATE", "ResourceRecordSet": {
    "Name": "old.{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "d111111abcdef8.cloudfront.net",
      "HostedZoneId": "Z2FDTNDATAQYW2",
      "EvaluateTargetHealth": false
  }}}]}'
