# A CNAME record leads to the target.
# starts: before
# verdict: done
# visitor: Everything works.
# lesson: A CNAME record leads there as well; each query for it is charged.
# finding: holds | record
# says: free
zone=$(hosted_zone {{ domain }})
target=$(aws cognito-idp describe-user-pool-domain --output text \
  --domain {{ auth_domain }} \
  --query DomainDescription.CloudFrontDistribution)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ auth_domain }}", "Type": "CNAME", "TTL": 300,
    "ResourceRecords": [{"Value": "'"$target"'"}]
  }}]}'
