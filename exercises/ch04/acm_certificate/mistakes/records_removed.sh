# The record was tidied away after the certificate had been issued.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything until the certificate expires and browsers warn.
# lesson: The validation record must stay, because ACM renews by it.
# finding: fails | records
# finding: holds | issued
# Without the record ACM cannot renew the certificate.
zone=$(hosted_zone {{ domain }})
read -r name ttl value < <(aws route53 list-resource-record-sets \
  --hosted-zone-id "$zone" --query "ResourceRecordSets[?Type=='CNAME'] |
    [0].[Name, TTL, ResourceRecords[0].Value]" --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "DELETE", "ResourceRecordSet": {
    "Name": "'"$name"'", "Type": "CNAME", "TTL": '"$ttl"',
    "ResourceRecords": [{"Value": "'"$value"'"}]
  }}]}'
