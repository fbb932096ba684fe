# The console added the domain to a name that had it already.
# starts: before
# verdict: not done
# visitor: The browser finds no server for {{ auth_domain }}.
# lesson: The console's field takes what stands before the domain.
# finding: fails | record
# says: {{ auth_domain }}.{{ domain }}
zone=$(hosted_zone {{ domain }})
target=$(aws cognito-idp describe-user-pool-domain --output text \
  --domain {{ auth_domain }} \
  --query DomainDescription.CloudFrontDistribution)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|TARGET_DOMAIN_NAME|$target|" \
    -e 's|{{ auth_domain }}|{{ auth_domain }}.{{ domain }}|' \
    records/auth.json)"
