# Beside the right A record, an AAAA record leads to a parking page.
# starts: before
# verdict: not done
# visitor: Who has IPv6 sees the registrar's page.
# lesson: A and AAAA are two records, and browsers prefer AAAA.
# finding: holds | target
# finding: fails | ipv6
# says: 2001:db8::1
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch file://records/s3-website.json
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "AAAA", "TTL": 300,
    "ResourceRecords": [{"Value": "2001:db8::1"}]
  }}]}'
