# The stage has another name.
# starts: before
# verdict: done
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
aws apigateway create-deployment --rest-api-id "$api" --stage-name prod
