# The hosted zone was deleted to save its monthly price.
# starts: solved
# verdict: not done
# finding: fails | zone
zone=$(hosted_zone {{ domain }})
aws route53 delete-hosted-zone --id "$zone"
