# The API has more than the exercise asks for.
# starts: solved
# verdict: done
# visitor: GET /chapters will answer as before.
# lesson: More resources and methods do no harm.
api=$(rest_api)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$chapters" --path-part '{id}'
aws apigateway put-method --rest-api-id "$api" \
  --resource-id "$chapters" --http-method DELETE \
  --authorization-type AWS_IAM
