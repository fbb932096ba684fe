# Points {{ api_domain }} at the target of the custom domain name.
(
  zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
    --query "HostedZones[?Name=='{{ domain }}.'] |
      [?Config.PrivateZone==\`false\`].Id | [0]" --output text)
  if [[ $zone == None ]]; then
    echo "no public hosted zone for {{ domain }}: do exercise 4.2 first" >&2
    exit 1
  fi

  # Each kind of custom domain name has a target and a zone id of its own.
  name() {
    aws apigateway get-domain-name --domain-name {{ api_domain }} \
      --output text --query "$1" 2>/dev/null || echo None
  }
  case $(name 'endpointConfiguration.types[0]') in
    REGIONAL) members=regionalDomainName,regionalHostedZoneId ;;
    EDGE) members=distributionDomainName,distributionHostedZoneId ;;
    *)
      echo "no custom domain name {{ api_domain }}: do exercise 5.7" >&2
      exit 1
      ;;
  esac
  read -r target target_zone <<<"$(name "[$members]")"

  # UPSERT makes the record, or replaces the one of the same name and type.
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch "$(sed -e "s|TARGET_DOMAIN_NAME|$target|" \
      -e "s|TARGET_ZONE_ID|$target_zone|" records/api.json)"
)
