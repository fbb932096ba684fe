# A CNAME record leads there; it works, costs queries and is no alias.
# starts: before
# verdict: not done
# visitor: The API answers, and each query costs a little.
# lesson: An alias does the job of a CNAME, for free.
# finding: fails | record
# says: it is no alias
zone=$(hosted_zone {{ domain }})
target=$(aws apigateway get-domain-name --domain-name {{ api_domain }} \
  --query regionalDomainName --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ api_domain }}", "Type": "CNAME", "TTL": 300,
    "ResourceRecords": [{"Value": "'"$target"'"}]
  }}]}'
