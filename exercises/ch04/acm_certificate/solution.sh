# Gets one certificate for the domain and its sub-domains, validated by DNS.
#
# CloudFront takes certificates from us-east-1 and from nowhere else, so
# every call to ACM names that region, whatever yours is.
(
  zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
    --query "HostedZones[?Name=='{{ domain }}.'] |
      [?Config.PrivateZone==\`false\`].Id | [0]" --output text)
  if [[ $zone == None ]]; then
    echo "no public hosted zone for {{ domain }}: do exercise 4.2 first" >&2
    exit 1
  fi

  describe() {
    aws acm describe-certificate --region us-east-1 \
      --certificate-arn "$1" --query "$2" --output text
  }

  # A certificate cannot be changed, but a right one may be there already.
  suits="[Certificate] |
    [?contains(SubjectAlternativeNames, '{{ domain }}')] |
    [?contains(SubjectAlternativeNames, '*.{{ domain }}')] |
    [?DomainValidationOptions[0].ValidationMethod=='DNS'] |
    [0].CertificateArn"
  certificate=None
  for arn in $(aws acm list-certificates --region us-east-1 \
    --certificate-statuses ISSUED PENDING_VALIDATION \
    --includes keyTypes=RSA_2048,EC_prime256v1,EC_secp384r1 \
    --query 'CertificateSummaryList[].CertificateArn' --output text); do
    certificate=$(describe "$arn" "$suits")
    [[ $certificate == None ]] || break
  done

  if [[ $certificate == None ]]; then
    certificate=$(aws acm request-certificate --region us-east-1 \
      --domain-name '{{ domain }}' \
      --subject-alternative-names '*.{{ domain }}' \
      --validation-method DNS \
      --query CertificateArn --output text)
  fi

  # ACM needs some seconds to say which record it wants to find in the zone.
  # It wants the same one for the domain and for the wildcard.
  for _ in {1..30}; do
    records=$(describe "$certificate" \
      'Certificate.DomainValidationOptions[].ResourceRecord.[Name, Value]' |
      sort -u)
    [[ -z $records ]] || break
    sleep 2
  done

  while read -r name value; do
    aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
      --change-batch '{"Changes": [{
        "Action": "UPSERT", "ResourceRecordSet": {
          "Name": "'"$name"'", "Type": "CNAME", "TTL": 300,
          "ResourceRecords": [{"Value": "'"$value"'"}]
        }}]}'
  done <<<"$records"

  # ACM looks for the record every now and then, on AWS for some minutes.
  # The record must stay: ACM renews the certificate by it.
  for _ in {1..200}; do
    state=$(describe "$certificate" Certificate.Status)
    [[ $state == PENDING_VALIDATION ]] || break
    sleep 3
  done
  echo "$certificate is $state"
  [[ $state == ISSUED ]]
)
