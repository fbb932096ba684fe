# The alias carries the id of the learner's own zone, not the target's.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: AWS refuses such a record.
# lesson: The hosted zone id of an alias is that of the target.
# finding: fails | record
# says: The target is right, and the hosted zone id is another's
# AWS refuses such a record; an emulator takes it.
zone=$(hosted_zone {{ domain }})
target=$(aws apigateway get-domain-name --domain-name {{ api_domain }} \
  --query regionalDomainName --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|TARGET_ZONE_ID|${zone##*/}|" \
    -e "s|TARGET_DOMAIN_NAME|$target|" records/api.json)"
