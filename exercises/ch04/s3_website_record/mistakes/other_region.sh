# The alias points at the website endpoint of eu-west-1.
# starts: solved
# verdict: not done
# visitor: http://{{ domain }} answers 404 NoSuchBucket.
# lesson: The alias must point at the endpoint of the bucket's region.
# finding: holds | record
# finding: fails | target
# says: eu-west-1
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "s3-website-eu-west-1.amazonaws.com",
      "HostedZoneId": "Z1BKCTXD74EZPE",
      "EvaluateTargetHealth": false
  }}}]}'
