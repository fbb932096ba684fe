# The zone was made with the name written in full, with its final dot.
# starts: before
# verdict: done
# visitor: Visitors see no difference.
# lesson: The final dot belongs to the full form of a DNS name.
aws route53 create-hosted-zone --name {{ domain }}. \
  --caller-reference "dot-$(date +%s)-$$" \
  --hosted-zone-config Comment=website,PrivateZone=false
