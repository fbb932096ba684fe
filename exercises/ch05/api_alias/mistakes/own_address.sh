# The alias points at the API's own address, not at the domain name's target.
# starts: before
# verdict: not done
# visitor: Browsers warn: the certificate is for another name.
# lesson: Only the custom domain name's target knows the name.
# finding: fails | record
# says: The API's own address
zone=$(hosted_zone {{ domain }})
api=$(rest_api)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|TARGET_ZONE_ID|Z1UJRXOUMOOFQ8|" -e \
    "s|TARGET_DOMAIN_NAME|$api.execute-api.{{ region }}.amazonaws.com|" \
    records/api.json)"
