# The aliases carry the id of the learner's own zone, not CloudFront's.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: AWS refuses such a record.
# lesson: The hosted zone id of an alias is that of the target, here CloudFront's.
# finding: fails | ipv4
# says: Z2FDTNDATAQYW2
# finding: fails | ipv6
# says: Z2FDTNDATAQYW2
# AWS refuses such a record; an emulator takes it.
zone=$(hosted_zone {{ domain }})
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
    -e "s|Z2FDTNDATAQYW2|${zone##*/}|" records/website-distribution.json)"
