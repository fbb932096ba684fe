# The records are right, and the distribution is disabled.
# starts: before
# verdict: not done
# visitor: The website does not answer.
# lesson: A record is as good as what it leads to.
# finding: fails | enabled
zone=$(hosted_zone {{ domain }})
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
    records/website-distribution.json)"
update_distribution '`{"Enabled": false}`'
