# The certificate also covers a deeper name, with its own record.
# starts: before
# verdict: done
# visitor: Browsers show the padlock at one more name.
# lesson: More names on a certificate do no harm.
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' 'www.api.{{ domain }}')
describe() {
  aws acm describe-certificate --region us-east-1 \
    --certificate-arn "$certificate" --query "$1" --output text
}
describe \
  'Certificate.DomainValidationOptions[].ResourceRecord.[Name, Value]' |
  sort -u | while read -r name value; do
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
      "Name": "'"$name"'", "Type": "CNAME", "TTL": 60,
      "ResourceRecords": [{"Value": "'"$value"'"}]
    }}]}'
done
while [[ $(describe Certificate.Status) == PENDING_VALIDATION ]]; do
  sleep 1
done
