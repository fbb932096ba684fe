# The certificate is for {{ domain }} alone, without the wildcard.
# starts: before
# verdict: not done
# visitor: Browsers warn at {{ api_domain }}.
# lesson: A certificate for the domain does not cover the names below it.
# finding: fails | certificate
# says: a certificate for {{ domain }}
# AWS refuses such a certificate; an emulator takes it.
certificate=$(aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' --validation-method DNS \
  --query CertificateArn --output text)
name=(--domain-name {{ api_domain }})
aws apigateway create-domain-name "${name[@]}" \
  --regional-certificate-arn "$certificate" \
  --endpoint-configuration types=REGIONAL --security-policy TLS_1_2
aws apigateway create-base-path-mapping "${name[@]}" --stage v1 \
  --rest-api-id "$(aws apigateway get-rest-apis --output text \
    --query 'items[0].id')"
