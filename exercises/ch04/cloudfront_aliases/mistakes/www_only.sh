# The records are at www.{{ domain }}; {{ domain }} itself has none.
# starts: before
# verdict: not done
# visitor: www.{{ domain }} leads to CloudFront, and {{ domain }} itself to nothing.
# lesson: A record is for one name, and www is another name than the domain.
# finding: fails | ipv4
# finding: fails | ipv6
zone=$(hosted_zone {{ domain }})
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
    -e 's|"{{ domain }}\."|"www.{{ domain }}."|' \
    records/website-distribution.json)"
