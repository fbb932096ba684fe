# A deployment that no stage serves.
# starts: before
# verdict: not done
# finding: fails | stage
# says: nothing of that name
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
aws apigateway create-deployment --rest-api-id "$api"
