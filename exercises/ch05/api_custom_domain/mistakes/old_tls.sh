# The security policy lets in visitors with TLS 1.0.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: old and broken encryption is still accepted.
# lesson: The security policy decides which versions of TLS visitors may use.
# finding: fails | tls
# says: TLS_1_0
name=(--domain-name {{ api_domain }})
certificate=$(aws apigateway get-domain-name "${name[@]}" \
  --query regionalCertificateArn --output text)
mapping=$(aws apigateway get-base-path-mappings "${name[@]}" \
  --query 'items[0].restApiId' --output text)
aws apigateway delete-domain-name "${name[@]}"
aws apigateway create-domain-name "${name[@]}" \
  --regional-certificate-arn "$certificate" \
  --endpoint-configuration types=REGIONAL --security-policy TLS_1_0
aws apigateway create-base-path-mapping "${name[@]}" \
  --rest-api-id "$mapping" --stage v1
