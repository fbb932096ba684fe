# The hosted zone is for the name with www, not for the domain.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ domain }}.
# lesson: The name www is a record in the zone, not the zone.
# finding: fails | zone
# says: www.{{ domain }}
aws route53 create-hosted-zone --name www.{{ domain }} \
  --caller-reference "www-$(date +%s)-$$"
