# As ExternalDNS leaves it: records with weights, and its registry.
# starts: before
# verdict: done
# visitor: The page is shown.
# lesson: A single weighted record answers every visitor.
zone=$(hosted_zone {{ domain }})
record() {
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
      "Name": "{{ domain }}", "Type": "'"$4"'",
      "SetIdentifier": "'"$1"'", "Weight": '"$2"', "AliasTarget": {
        "DNSName": "'"$3"'", "HostedZoneId": "'"$5"'",
        "EvaluateTargetHealth": false
    }}}]}'
}
record new 100 {{ website_region_endpoint }} A {{ website_zone_id }}
record old 0 s3-website.eu-central-1.amazonaws.com A Z21DNDUVLTQW6Q
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "registry.{{ domain }}", "Type": "TXT", "TTL": 300,
    "ResourceRecords": [{"Value": "\"heritage=external-dns\""}]
  }}]}'
