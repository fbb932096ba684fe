# Makes the public hosted zone for the domain, unless there is one already.
#
# The domain itself is registered once, for money, by you: with Route 53 in
# the console, which makes the zone as well, or with another registrar,
# which must be told the four name servers that this script prints.
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query "HostedZones[?Name=='{{ domain }}.'] |
    [?Config.PrivateZone==\`false\`].Id | [0]" --output text)

# The caller reference must be new: it keeps a repeated request from making
# a second zone.
if [[ $zone == None ]]; then
  zone=$(aws route53 create-hosted-zone --name {{ domain }} \
    --caller-reference "$(date +%s)-$$" \
    --query HostedZone.Id --output text)
fi

echo "The name servers of {{ domain }}:"
aws route53 get-hosted-zone --id "$zone" \
  --query DelegationSet.NameServers --output text
