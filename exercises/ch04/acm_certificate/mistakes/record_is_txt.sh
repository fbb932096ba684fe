# The record has the right name, but is of type TXT instead of CNAME.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: in AWS the certificate stays pending.
# lesson: ACM looks for a CNAME record, and a TXT record of that name is another record.
# finding: fails | records
# says: CNAME
zone=$(hosted_zone {{ domain }})
certificate=$(aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS --query CertificateArn --output text)
read -r name value < <(aws acm describe-certificate --region us-east-1 \
  --certificate-arn "$certificate" --query \
  'Certificate.DomainValidationOptions[0].ResourceRecord.[Name, Value]' \
  --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
    "Name": "'"$name"'", "Type": "TXT", "TTL": 300,
    "ResourceRecords": [{"Value": "\"'"$value"'\""}]
  }}]}'
