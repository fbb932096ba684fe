# As ExternalDNS leaves it: a weighted record, and its registry beside it.
# starts: before
# verdict: done
# visitor: The API answers.
# lesson: A single weighted record answers every visitor.
zone=$(hosted_zone {{ domain }})
read -r target target_zone <<<"$(aws apigateway get-domain-name \
  --domain-name {{ api_domain }} --output text \
  --query '[regionalDomainName, regionalHostedZoneId]')"
weighted_alias "$zone" {{ api_domain }} A blue 100 "$target" "$target_zone"
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "a-{{ api_domain }}", "Type": "TXT", "TTL": 300,
    "ResourceRecords": [{"Value": "\"heritage=external-dns\""}]
  }}]}'
