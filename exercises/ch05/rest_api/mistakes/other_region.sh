# The API is in eu-west-1, and the exercises are done elsewhere.
# starts: before
# verdict: not done
# finding: fails | api
# says: eu-west-1
aws apigateway create-rest-api --region eu-west-1 --name website \
  --endpoint-configuration types=REGIONAL
