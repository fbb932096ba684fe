# A deployment that no stage serves.
# starts: before
# verdict: not done
# finding: fails | stage
# says: nothing of that name
api=$(rest_api)
aws apigateway create-deployment --rest-api-id "$api"
