# Points the domain at the S3 website endpoint with an A alias record.
(
  zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
    --query "HostedZones[?Name=='{{ domain }}.'] |
      [?Config.PrivateZone==\`false\`].Id | [0]" --output text)
  if [[ $zone == None ]]; then
    echo "no public hosted zone for {{ domain }}: do exercise 4.2 first" >&2
    exit 1
  fi

  # UPSERT makes the record, or replaces the one of the same name and type.
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch file://records/s3-website.json
)
