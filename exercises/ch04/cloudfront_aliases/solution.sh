# Points the domain at the distribution, over IPv4 and over IPv6.
(
  zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
    --query "HostedZones[?Name=='{{ domain }}.'] |
      [?Config.PrivateZone==\`false\`].Id | [0]" --output text)
  if [[ $zone == None ]]; then
    echo "no public hosted zone for {{ domain }}: do exercise 4.2 first" >&2
    exit 1
  fi

  target=$(aws cloudfront list-distributions --query \
    "DistributionList.Items[?contains(Aliases.Items || \`[]\`,
      '{{ domain }}')].DomainName | [0]" --output text)
  if [[ $target == None ]]; then
    echo "no distribution for {{ domain }}: do exercise 4.7 first" >&2
    exit 1
  fi

  # UPSERT replaces the A record of exercise 4.4 and makes the AAAA record.
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch "$(sed "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
      records/website-distribution.json)"
)
