# The hosted zone was deleted to save its monthly price.
# starts: solved
# verdict: not done
# visitor: Nobody finds {{ domain }}.
# lesson: A new zone gets other name servers, so deleting one costs more than it saves.
# finding: fails | zone
zone=$(hosted_zone {{ domain }})
aws route53 delete-hosted-zone --id "$zone"
