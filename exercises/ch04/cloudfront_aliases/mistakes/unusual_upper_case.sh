# The target is in capital letters and has no final dot; DNS sees no change.
# starts: before
# verdict: done
# visitor: Visitors see the page: the target is the same.
# lesson: DNS names ignore capital letters and the final dot.
zone=$(hosted_zone {{ domain }})
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed "s|DISTRIBUTION_DOMAIN_NAME\.|${target^^}|" \
    records/website-distribution.json)"
