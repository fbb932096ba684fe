# The API is edge-optimized and has another name.
# starts: before
# verdict: done
# visitor: The API will answer, through an edge location.
# lesson: Name and endpoint type are yours, as long as visitors can reach it.
aws apigateway create-rest-api --name my-chapters \
  --endpoint-configuration types=EDGE
