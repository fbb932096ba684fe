# The record is no alias: it holds an IP address, and S3's change any time.
# starts: solved
# verdict: not done
# visitor: The page works until S3 changes its addresses.
# lesson: An alias follows the addresses of AWS, and a plain record does not.
# finding: fails | record
# says: 192.0.2.10
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "TTL": 300,
    "ResourceRecords": [{"Value": "192.0.2.10"}]
  }}]}'
