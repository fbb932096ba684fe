# An AAAA alias points at the website's distribution.
# starts: solved
# verdict: not done
# visitor: Visitors with IPv6 see a page of CloudFront's that answers 403.
# lesson: Each record of a name leads its own visitors: AAAA those with IPv6.
# finding: fails | ipv6
# says: such as your website's
# finding: holds | record
zone=$(hosted_zone {{ domain }})
website=$(aws cloudfront list-distributions --output text \
  --query 'DistributionList.Items[0].DomainName')
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|TARGET_DOMAIN_NAME|$website|" \
    -e 's|"A"|"AAAA"|' records/auth.json)"
