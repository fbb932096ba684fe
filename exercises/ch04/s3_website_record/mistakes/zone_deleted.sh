# The hosted zone is gone, so there is no place for the record.
# starts: before
# verdict: not done
# finding: fails | zone
zone=$(hosted_zone {{ domain }})
aws route53 delete-hosted-zone --id "$zone"
