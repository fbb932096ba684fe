# Records for mail and www, and a TXT record, lie beside the alias.
# starts: solved
# verdict: done
# visitor: Visitors see the page, and mail arrives as well.
# lesson: Other records in the zone do not disturb the alias.
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [
    {"Action": "CREATE", "ResourceRecordSet": {
      "Name": "{{ domain }}", "Type": "MX", "TTL": 300,
      "ResourceRecords": [{"Value": "10 mail.{{ domain }}"}]}},
    {"Action": "CREATE", "ResourceRecordSet": {
      "Name": "{{ domain }}", "Type": "TXT", "TTL": 300,
      "ResourceRecords": [{"Value": "\"v=spf1 mx -all\""}]}},
    {"Action": "CREATE", "ResourceRecordSet": {
      "Name": "www.{{ domain }}", "Type": "CNAME", "TTL": 300,
      "ResourceRecords": [{"Value": "{{ domain }}"}]}}
  ]}'
