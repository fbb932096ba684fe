# The default endpoint is turned off, and no domain name leads to the API.
# starts: before
# verdict: not done
# visitor: Every address of the API will answer 403 Forbidden.
# lesson: Turn the default endpoint off after a domain name leads to the API.
# finding: fails | endpoint
# says: its default endpoint is turned off
aws apigateway create-rest-api --name website \
  --disable-execute-api-endpoint \
  --endpoint-configuration types=REGIONAL
