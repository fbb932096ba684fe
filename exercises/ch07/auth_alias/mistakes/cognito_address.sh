# A CNAME record leads to the domain that Cognito gives pools.
# starts: before
# verdict: not done
# visitor: The browser warns of a certificate for another name.
# lesson: A custom domain has a target of its own, which the pool's domain shows.
# finding: fails | record
# says: example-website.auth.{{ region }}.amazoncognito.com
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "{{ auth_domain }}", "Type": "CNAME", "TTL": 300,
    "ResourceRecords": [{"Value":
      "example-website.auth.{{ region }}.amazoncognito.com"}]
  }}]}'
