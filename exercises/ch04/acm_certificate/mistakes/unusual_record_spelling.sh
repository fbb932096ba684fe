# The record's value is in capital letters and has no final dot.
# starts: solved
# verdict: done
# visitor: Browsers show the padlock: the record is the same.
# lesson: DNS names ignore capital letters and the final dot.
zone=$(hosted_zone {{ domain }})
read -r name value < <(aws route53 list-resource-record-sets \
  --hosted-zone-id "$zone" --query "ResourceRecordSets[?Type=='CNAME'] |
    [0].[Name, ResourceRecords[0].Value]" --output text)
value=${value%.}
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "'"${name%.}"'", "Type": "CNAME", "TTL": 60,
    "ResourceRecords": [{"Value": "'"${value^^}"'"}]
  }}]}'
