# As ExternalDNS leaves it: records with weights, and its registry.
# starts: before
# verdict: done
# visitor: The page is shown.
# lesson: A single weighted record answers every visitor.
zone=$(hosted_zone {{ domain }})
weighted_alias "$zone" {{ domain }} A new 100 \
  {{ website_region_endpoint }} {{ website_zone_id }}
weighted_alias "$zone" {{ domain }} A old 0 \
  s3-website.eu-central-1.amazonaws.com Z21DNDUVLTQW6Q
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "registry.{{ domain }}", "Type": "TXT", "TTL": 300,
    "ResourceRecords": [{"Value": "\"heritage=external-dns\""}]
  }}]}'
