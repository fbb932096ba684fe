# The record's name has the domain twice: the console added it once more.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: in AWS the certificate stays pending.
# lesson: The console adds the domain to what you type as a record's name.
# finding: fails | records
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
    "Name": "'"${name%.}"'.{{ domain }}.", "Type": "CNAME", "TTL": 300,
    "ResourceRecords": [{"Value": "'"$value"'"}]
  }}]}'
