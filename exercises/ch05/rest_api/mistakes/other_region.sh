# The API is in eu-west-1, and the exercises are done elsewhere.
# starts: before
# verdict: not done
# visitor: The API would answer from another region.
# lesson: The console keeps the region of the last service, so check it first.
# finding: fails | api
# says: eu-west-1
aws apigateway create-rest-api --region eu-west-1 --name website \
  --endpoint-configuration types=REGIONAL
