# A WebSocket API, which is another thing.
# starts: before
# verdict: not done
# finding: fails | api
# says: a WebSocket API named website
aws apigatewayv2 create-api --name website --protocol-type WEBSOCKET \
  --route-selection-expression '$request.body.action'
