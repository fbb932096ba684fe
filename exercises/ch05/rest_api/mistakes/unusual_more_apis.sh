# Other APIs are in the account as well, of both kinds.
# starts: solved
# verdict: done
# visitor: The API will answer as before.
# lesson: Other APIs beside it do no harm.
aws apigateway create-rest-api --name photos \
  --endpoint-configuration types=REGIONAL
aws apigatewayv2 create-api --name website --protocol-type HTTP
