# As CDK leaves it: tags, and a second name with its own mapping.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Each custom domain name has its own mappings.
certificate=$(aws apigateway get-domain-name --domain-name {{ api_domain }} \
  --query regionalCertificateArn --output text)
aws apigateway create-domain-name --domain-name dev.{{ domain }} \
  --regional-certificate-arn "$certificate" \
  --endpoint-configuration types=REGIONAL --security-policy TLS_1_2 \
  --tags aws-cdk=ApiStack
aws apigateway create-base-path-mapping --domain-name dev.{{ domain }} \
  --rest-api-id "$(rest_api)" --stage v1
