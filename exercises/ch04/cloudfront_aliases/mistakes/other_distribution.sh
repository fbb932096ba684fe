# Both records point at another distribution than the domain's.
# starts: before
# verdict: not done
# visitor: https://{{ domain }} answers 403 from another distribution.
# lesson: The alias must name the distribution that has the domain as alternate name.
# finding: fails | ipv4
# says: d111111abcdef8.cloudfront.net
# finding: fails | ipv6
# says: d111111abcdef8.cloudfront.net
zone=$(hosted_zone {{ domain }})
other=d111111abcdef8.cloudfront.net
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed "s|DISTRIBUTION_DOMAIN_NAME|$other|" \
    records/website-distribution.json)"
