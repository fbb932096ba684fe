# The target is in capital letters, without a dot; an AAAA alias is there too.
# starts: solved
# verdict: done
# visitor: The API answers, over IPv6 too.
# lesson: DNS names ignore capital letters, and a second alias does no harm.
zone=$(hosted_zone {{ domain }})
read -r target target_zone <<<"$(aws apigateway get-domain-name \
  --domain-name {{ api_domain }} --output text \
  --query '[regionalDomainName, regionalHostedZoneId]')"
for type in A AAAA; do
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch "$(sed -e "s|TARGET_ZONE_ID|$target_zone|" \
      -e "s|TARGET_DOMAIN_NAME\.|${target^^}|" \
      -e "s|\"A\"|\"$type\"|" records/api.json)"
done
