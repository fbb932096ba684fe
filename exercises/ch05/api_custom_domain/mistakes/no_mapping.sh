# The domain name is there, and leads to no API.
# starts: solved
# verdict: not done
# finding: holds | API Gateway has the custom domain name {{ api_domain }} in {{ region }}
# finding: fails | the whole name leads to a stage of the API with the resource /chapters
# says: no API mapping
aws apigateway delete-base-path-mapping --domain-name {{ api_domain }} \
  --base-path '(none)'
