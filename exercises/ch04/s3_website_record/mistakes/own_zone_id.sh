# The alias carries the id of the learner's own zone, not the endpoint's.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: AWS refuses such a record.
# lesson: The hosted zone id of an alias is that of the target.
# finding: holds | target
# finding: fails | target_zone
# says: {{ website_zone_id }}
# AWS refuses such a record; an emulator takes it.
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "{{ domain }}", "Type": "A", "AliasTarget": {
      "DNSName": "{{ website_region_endpoint }}",
      "HostedZoneId": "'"${zone##*/}"'",
      "EvaluateTargetHealth": false
  }}}]}'
