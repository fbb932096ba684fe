# A WebSocket API, which is another thing.
# starts: before
# verdict: not done
# visitor: A browser's fetch will get no answer from it.
# lesson: A WebSocket API keeps a connection open, and is no REST API.
# finding: fails | api
# says: a WebSocket API named website
aws apigatewayv2 create-api --name website --protocol-type WEBSOCKET \
  --route-selection-expression '$request.body.action'
