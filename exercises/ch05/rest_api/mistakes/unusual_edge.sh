# The API is edge-optimized and has another name.
# starts: before
# verdict: done
aws apigateway create-rest-api --name my-chapters \
  --endpoint-configuration types=EDGE
