# The domain name is there, and leads to no API.
# starts: solved
# verdict: not done
# finding: holds | domain
# finding: fails | mapping
# says: no API mapping
aws apigateway delete-base-path-mapping --domain-name {{ api_domain }} \
  --base-path '(none)'
