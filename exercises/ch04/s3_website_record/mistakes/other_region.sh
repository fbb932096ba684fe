# The alias points at the website endpoint of eu-west-1.
# starts: solved
# verdict: not done
# finding: holds | record
# finding: fails | target
# says: eu-west-1
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query 'HostedZones[0].Id' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "s3-website-eu-west-1.amazonaws.com",
      "HostedZoneId": "Z1BKCTXD74EZPE",
      "EvaluateTargetHealth": false
  }}}]}'
