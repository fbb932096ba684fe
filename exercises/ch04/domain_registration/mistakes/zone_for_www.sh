# The hosted zone is for the name with www, not for the domain.
# starts: before
# verdict: not done
# finding: fails | your account has a public hosted zone for {{ domain }}
# says: www.{{ domain }}
aws route53 create-hosted-zone --name www.{{ domain }} \
  --caller-reference "www-$(date +%s)-$$"
