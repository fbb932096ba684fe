# The default endpoint is turned off before a domain name leads to the API.
# starts: solved
# verdict: not done
# visitor: The invoke URL answers 403 Forbidden.
# lesson: An API without an address of any kind serves nobody.
# finding: fails | answers
# says: no custom domain name leads to it
aws apigateway update-rest-api --rest-api-id "$(rest_api)" \
  --patch-operations op=replace,path=/disableExecuteApiEndpoint,value=True
