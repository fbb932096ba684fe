# The domain name was made in another region than the API.
# starts: before
# verdict: not done
# visitor: Nobody reaches the API by this name.
# lesson: A custom domain name serves APIs of its own region.
# finding: fails | domain
# says: in eu-west-1
certificate=$(aws acm request-certificate --region eu-west-1 \
  --domain-name '*.{{ domain }}' --validation-method DNS \
  --query CertificateArn --output text)
aws apigateway create-domain-name --region eu-west-1 \
  --domain-name {{ api_domain }} --security-policy TLS_1_2 \
  --regional-certificate-arn "$certificate" \
  --endpoint-configuration types=REGIONAL
