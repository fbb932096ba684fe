# Only the A record was made: viewers with IPv6 alone find nothing.
# starts: before
# verdict: not done
# visitor: Visitors with IPv6 alone find no website.
# lesson: IPv6 needs a record of its own, of type AAAA.
# finding: holds | ipv4
# finding: fails | ipv6
zone=$(hosted_zone {{ domain }})
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "'"$target"'",
      "HostedZoneId": "Z2FDTNDATAQYW2",
      "EvaluateTargetHealth": false
  }}}]}'
