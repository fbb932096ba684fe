# The stage has another name.
# starts: before
# verdict: done
api=$(rest_api)
aws apigateway create-deployment --rest-api-id "$api" --stage-name prod
