# The certificate also has a name of another domain, whose DNS is elsewhere.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Each name of a certificate is validated in the zone of its own domain.
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' 'www.example.net')
describe() {
  aws acm describe-certificate --region us-east-1 \
    --certificate-arn "$certificate" --query "$1" --output text
}
own="[?DomainName!='www.example.net'].ResourceRecord.[Name, Value]"
describe "Certificate.DomainValidationOptions$own" |
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
