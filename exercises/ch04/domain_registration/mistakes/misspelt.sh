# The hosted zone's name is misspelt: the dot after www is missing.
# starts: before
# verdict: not done
# finding: fails | zone
# says: www{{ domain }}
aws route53 create-hosted-zone --name www{{ domain }} \
  --caller-reference "misspelt-$(date +%s)-$$"
