# The hosted zone has the right first label and another top-level domain.
# starts: before
# verdict: not done
# finding: fails | zone
domain={{ domain }}
aws route53 create-hosted-zone --name "${domain%.*}.test" \
  --caller-reference "ending-$(date +%s)-$$"
