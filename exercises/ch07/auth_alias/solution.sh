# Points {{ auth_domain }} at the distribution that answers for the user pool.
(
  zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
    --query "HostedZones[?Name=='{{ domain }}.'] |
      [?Config.PrivateZone==\`false\`].Id | [0]" --output text)
  if [[ $zone == None ]]; then
    echo "no public hosted zone for {{ domain }}: do exercise 4.2 first" >&2
    exit 1
  fi
  target=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.CloudFrontDistribution)
  if [[ $target == None ]]; then
    echo "no user pool has {{ auth_domain }}: do exercise 7.1 first" >&2
    exit 1
  fi

  # A name with a CNAME record takes no other record, and visitors with
  # IPv6 follow an AAAA record.
  others=$(aws route53 list-resource-record-sets --hosted-zone-id "$zone" \
    --output json --query "{Changes: ResourceRecordSets[?
      Name=='{{ auth_domain }}.' && (Type=='CNAME' || Type=='AAAA')].
      {Action: 'DELETE', ResourceRecordSet: @}}")
  if [[ $others == *DELETE* ]]; then
    aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
      --change-batch "$others"
  fi

  # UPSERT makes the record, or replaces the one of the same name and type.
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch "$(sed "s|TARGET_DOMAIN_NAME|$target|" \
      records/auth.json)"
)
