# The records are right, and the distribution has IPv6 switched off.
# starts: before
# verdict: not done
# visitor: Who has IPv6 alone finds nothing.
# lesson: An AAAA alias answers what the distribution has over IPv6.
# finding: holds | ipv4
# finding: fails | ipv6
# says: IPv6 off
zone=$(hosted_zone {{ domain }})
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
    records/website-distribution.json)"
update_distribution '`{"IsIPV6Enabled": false}`'
