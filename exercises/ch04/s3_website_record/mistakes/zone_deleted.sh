# The hosted zone is gone, so there is no place for the record.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ domain }}.
# lesson: Without a hosted zone there is no place for records.
# finding: fails | zone
zone=$(hosted_zone {{ domain }})
aws route53 delete-hosted-zone --id "$zone"
