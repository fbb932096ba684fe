# A private API, which answers inside of a private network alone.
# starts: before
# verdict: not done
# visitor: Nobody on the internet will reach the API.
# lesson: A private API answers only inside a network of yours.
# finding: fails | endpoint
# says: PRIVATE
aws apigateway create-rest-api --name website \
  --endpoint-configuration types=PRIVATE
