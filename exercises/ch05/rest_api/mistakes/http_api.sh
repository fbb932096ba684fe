# An HTTP API, which the console offers first.
# starts: before
# verdict: not done
# visitor: No exercise from 5.4 on finds its place in it.
# lesson: An HTTP API and a REST API are two products.
# finding: fails | api
# says: an HTTP API named website
aws apigatewayv2 create-api --name website --protocol-type HTTP
