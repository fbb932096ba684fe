# The records are in a new hosted zone for www.{{ domain }}.
# starts: before
# verdict: not done
# visitor: Nobody finds the distribution: the world asks the delegated zone.
# lesson: Records work only in the zone to which the domain is delegated.
# finding: fails | ipv4
# finding: fails | ipv6
# says: in the public hosted zone
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
zone=$(aws route53 create-hosted-zone --name www.{{ domain }} \
  --caller-reference "www-$(date +%s)-$$" \
  --query HostedZone.Id --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
    -e 's|"{{ domain }}\."|"www.{{ domain }}."|' \
    records/website-distribution.json)"
