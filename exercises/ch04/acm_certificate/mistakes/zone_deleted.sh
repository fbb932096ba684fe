# The hosted zone was deleted, and the validation record with it.
# starts: before
# verdict: not done
# finding: fails | zone
zone=$(hosted_zone {{ domain }})
aws route53 delete-hosted-zone --id "$zone"
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS
