# The console adds the zone's name: the record has it twice now.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ api_domain }}.
# lesson: The console adds the domain to what you type as a record's name.
# finding: fails | record
# says: {{ api_domain }}.{{ domain }}
zone=$(hosted_zone {{ domain }})
target=$(aws apigateway get-domain-name --domain-name {{ api_domain }} \
  --query regionalDomainName --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|TARGET_ZONE_ID|Z1UJRXOUMOOFQ8|" \
    -e "s|TARGET_DOMAIN_NAME|$target|" \
    -e 's|"{{ api_domain }}\."|"{{ api_domain }}.{{ domain }}."|' \
    records/api.json)"
