# Hosted zones of two other names lie beside the right one.
# starts: solved
# verdict: done
# visitor: Visitors see no difference.
# lesson: Zones of other names do not disturb the one for the domain.
aws route53 create-hosted-zone --name www.{{ domain }} \
  --caller-reference "www-$(date +%s)-$$"
aws route53 create-hosted-zone --name a{{ domain }} \
  --caller-reference "other-$(date +%s)-$$"
