# The domain name is there, and leads to no API.
# starts: solved
# verdict: not done
# visitor: https://{{ api_domain }}/chapters answers 403 Forbidden.
# lesson: A custom domain name leads nowhere until a mapping says where.
# finding: holds | domain
# finding: fails | mapping
# says: no API mapping
aws apigateway delete-base-path-mapping --domain-name {{ api_domain }} \
  --base-path '(none)'
