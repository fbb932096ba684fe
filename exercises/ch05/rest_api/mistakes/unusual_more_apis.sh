# Other APIs are in the account as well, of both kinds.
# starts: solved
# verdict: done
aws apigateway create-rest-api --name photos \
  --endpoint-configuration types=REGIONAL
aws apigatewayv2 create-api --name website --protocol-type HTTP
