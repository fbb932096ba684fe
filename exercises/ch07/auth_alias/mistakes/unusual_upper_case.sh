# The target is in capital letters, without a dot; an AAAA alias is there too.
# starts: solved
# verdict: done
# visitor: Everything works, over IPv6 as well.
# lesson: Names in the DNS have no case, and one name may have records of several types.
zone=$(hosted_zone {{ domain }})
target=$(aws cognito-idp describe-user-pool-domain --output text \
  --domain {{ auth_domain }} \
  --query DomainDescription.CloudFrontDistribution)
for type in A AAAA; do
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch "$(sed -e "s|TARGET_DOMAIN_NAME\.|${target^^}|" \
      -e "s|\"A\"|\"$type\"|" records/auth.json)"
done
