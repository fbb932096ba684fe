# The alias carries the id of the learner's own zone, not CloudFront's.
# starts: solved
# verdict: not done
# visitor: AWS refuses such a record, and nobody sees anything.
# lesson: An alias names its target's hosted zone; that of every distribution is Z2FDTNDATAQYW2.
# finding: fails | record
# says: The target is right, and the hosted zone id is another's
zone=$(hosted_zone {{ domain }})
target=$(aws cognito-idp describe-user-pool-domain --output text \
  --domain {{ auth_domain }} \
  --query DomainDescription.CloudFrontDistribution)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|Z2FDTNDATAQYW2|${zone##*/}|" \
    -e "s|TARGET_DOMAIN_NAME|$target|" records/auth.json)"
