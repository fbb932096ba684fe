# The hosted zone was deleted, and the validation record with it.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ domain }}, and in AWS the certificate is not renewed.
# lesson: The hosted zone holds the proof that the domain is yours.
# finding: fails | zone
zone=$(hosted_zone {{ domain }})
aws route53 delete-hosted-zone --id "$zone"
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS
