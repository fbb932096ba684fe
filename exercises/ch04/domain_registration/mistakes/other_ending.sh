# The hosted zone has the right first label and another top-level domain.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ domain }}: the zone answers for another name.
# lesson: Another ending is another domain.
# finding: fails | zone
domain={{ domain }}
aws route53 create-hosted-zone --name "${domain%.*}.test" \
  --caller-reference "ending-$(date +%s)-$$"
