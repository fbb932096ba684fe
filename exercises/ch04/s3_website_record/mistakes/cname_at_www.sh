# A CNAME at www: DNS allows none at the domain itself, so it went there.
# starts: before
# verdict: not done
# visitor: www.{{ domain }} leads to S3, and {{ domain }} itself to nothing.
# lesson: DNS allows no CNAME at the domain itself, and an alias does that job.
# finding: fails | record
# says: www.{{ domain }}
zone=$(hosted_zone {{ domain }})
target={{ website_bucket }}.{{ website_region_endpoint }}
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "www.{{ domain }}", "Type": "CNAME", "TTL": 300,
    "ResourceRecords": [{"Value": "'"$target"'"}]
  }}]}'
