# The only hosted zone is for a subdomain; the domain itself has none.
# starts: before
# verdict: not done
# finding: fails | zone
# says: {{ api_domain }}
aws route53 create-hosted-zone --name {{ api_domain }} \
  --caller-reference "api-$(date +%s)-$$"
