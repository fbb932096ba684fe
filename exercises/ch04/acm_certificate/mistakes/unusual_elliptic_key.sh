# The key is EC_prime256v1, which ACM lists only when asked for it.
# starts: before
# verdict: done
# visitor: Browsers show the padlock, as with an RSA key.
# lesson: The kind of key does not matter to a visitor.
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --validation-method DNS --query CertificateArn --output text \
  --domain-name '{{ domain }}' --key-algorithm EC_prime256v1 \
  --subject-alternative-names '*.{{ domain }}')
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
