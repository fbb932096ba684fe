# The alias points at the API's own address, not at the domain name's target.
# starts: before
# verdict: not done
# finding: fails | record
# says: The API's own address
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query 'HostedZones[0].Id' --output text)
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|TARGET_ZONE_ID|Z1UJRXOUMOOFQ8|" -e \
    "s|TARGET_DOMAIN_NAME|$api.execute-api.{{ region }}.amazonaws.com|" \
    records/api.json)"
