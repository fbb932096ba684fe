# The domain name is another one below {{ domain }}.
# starts: before
# verdict: not done
# visitor: Nobody finds an API at {{ api_domain }}.
# lesson: The custom domain name must be the one that the page asks.
# finding: fails | domain
# says: www.{{ domain }}
certificate=$(aws acm list-certificates --region us-east-1 \
  --query 'CertificateSummaryList[0].CertificateArn' --output text)
aws apigateway create-domain-name --domain-name www.{{ domain }} \
  --regional-certificate-arn "$certificate" \
  --endpoint-configuration types=REGIONAL --security-policy TLS_1_2
