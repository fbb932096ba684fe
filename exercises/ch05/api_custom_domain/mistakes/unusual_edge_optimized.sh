# The domain name is edge-optimized: CloudFront is in front of the API.
# starts: before
# verdict: done
# visitor: The API answers, through an edge location of CloudFront.
# lesson: Regional and edge-optimized names both reach the API.
certificate=$(aws acm list-certificates --region us-east-1 \
  --query 'CertificateSummaryList[0].CertificateArn' --output text)
name=(--domain-name {{ api_domain }})
aws apigateway create-domain-name "${name[@]}" \
  --certificate-arn "$certificate" --endpoint-configuration types=EDGE \
  --security-policy TLS_1_2
aws apigateway create-base-path-mapping "${name[@]}" --stage v1 \
  --rest-api-id "$(aws apigateway get-rest-apis --output text \
    --query 'items[0].id')"
