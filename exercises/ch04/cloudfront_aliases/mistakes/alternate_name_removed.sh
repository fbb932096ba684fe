# The distribution lost its alternate name, so it refuses the domain.
# starts: before
# verdict: not done
# visitor: https://{{ domain }} answers 403 from CloudFront, with a certificate for another name.
# lesson: CloudFront answers only for the names that the distribution has.
# finding: fails | distribution
update_distribution '`{
  "Aliases": {"Quantity": 0}
}`'
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
    records/website-distribution.json)"
