# The record is no alias: it holds an IP address, and S3's change any time.
# starts: solved
# verdict: not done
# finding: fails | record
# says: 192.0.2.10
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "TTL": 300,
    "ResourceRecords": [{"Value": "192.0.2.10"}]
  }}]}'
