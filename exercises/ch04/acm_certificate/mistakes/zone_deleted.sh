# The hosted zone was deleted, and the validation record with it.
# starts: before
# verdict: not done
# visitor: Nobody finds {{ domain }}, and in AWS the certificate is not renewed.
# lesson: The hosted zone holds the proof that the domain is yours.
# finding: fails | zone
zone=$(hosted_zone {{ domain }})
# Route 53 deletes a zone only when nothing but SOA and NS is left in it.
records=$(aws route53 list-resource-record-sets --hosted-zone-id "$zone" \
  --output json --query "ResourceRecordSets[?Type!='SOA' && Type!='NS']
    .{Action: 'DELETE', ResourceRecordSet: @}")
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "{\"Changes\": $records}"
aws route53 delete-hosted-zone --id "$zone"
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS
