# The records hold addresses that were looked up once; they will change.
# starts: before
# verdict: not done
# visitor: The page works today, and fails on the day CloudFront changes its addresses.
# lesson: An alias follows the addresses of AWS, and a plain record does not.
# finding: fails | ipv4
# says: 192.0.2.10
# finding: fails | ipv6
# says: 2001:db8::10
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "TTL": 300,
    "ResourceRecords": [{"Value": "192.0.2.10"}]
  }}, {"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "AAAA", "TTL": 300,
    "ResourceRecords": [{"Value": "2001:db8::10"}]
  }}]}'
