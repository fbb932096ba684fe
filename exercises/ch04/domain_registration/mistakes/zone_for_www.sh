# The hosted zone is for the name with www, not for the domain.
# starts: before
# verdict: not done
# finding: fails | zone
# says: www.{{ domain }}
aws route53 create-hosted-zone --name www.{{ domain }} \
  --caller-reference "www-$(date +%s)-$$"
