# A private API, which answers inside of a private network alone.
# starts: before
# verdict: not done
# finding: fails | endpoint
# says: PRIVATE
aws apigateway create-rest-api --name website \
  --endpoint-configuration types=PRIVATE
