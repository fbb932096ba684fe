# The hosted zone's name is misspelt: the dot after www is missing.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ domain }}: the zone answers for another name.
# lesson: A hosted zone answers for exactly its own name.
# finding: fails | zone
# says: www{{ domain }}
aws route53 create-hosted-zone --name www{{ domain }} \
  --caller-reference "misspelt-$(date +%s)-$$"
