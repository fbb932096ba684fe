# A deployment that no stage serves.
# starts: before
# verdict: not done
# visitor: No address answers.
# lesson: A deployment needs a stage before anybody can reach it.
# finding: fails | stage
# says: nothing of that name
api=$(rest_api)
aws apigateway create-deployment --rest-api-id "$api"
