# The only hosted zone is for a subdomain; the domain itself has none.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ domain }}, only {{ api_domain }}.
# lesson: The zone's name is the domain, and subdomains are records in it.
# finding: fails | zone
# says: {{ api_domain }}
aws route53 create-hosted-zone --name {{ api_domain }} \
  --caller-reference "api-$(date +%s)-$$"
