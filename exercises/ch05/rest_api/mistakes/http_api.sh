# An HTTP API, which the console offers first.
# starts: before
# verdict: not done
# finding: fails | api
# says: an HTTP API named website
aws apigatewayv2 create-api --name website --protocol-type HTTP
