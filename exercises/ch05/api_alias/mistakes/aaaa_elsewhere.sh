# Beside the right A record, an AAAA record leads to another server.
# starts: before
# verdict: not done
# visitor: Who has IPv6 gets an error instead of the chapters.
# lesson: A and AAAA are two records, and browsers prefer AAAA.
# finding: holds | record
# finding: fails | ipv6
# says: 2001:db8::1
zone=$(hosted_zone {{ domain }})
read -r target target_zone <<<"$(aws apigateway get-domain-name \
  --domain-name {{ api_domain }} --output text \
  --query '[regionalDomainName, regionalHostedZoneId]')"
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ api_domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "'"$target"'", "HostedZoneId": "'"$target_zone"'",
      "EvaluateTargetHealth": false
  }}}, {"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ api_domain }}", "Type": "AAAA", "TTL": 300,
    "ResourceRecords": [{"Value": "2001:db8::1"}]
  }}]}'
