# GET leads to a website instead of a mock.
# starts: solved
# verdict: not done
# visitor: The API will answer with the HTML of the home page.
# lesson: The integration type decides who makes the answer.
# finding: fails | mock
# says: HTTP_PROXY
api=$(rest_api)
chapters=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/chapters'].id | [0]" --output text)
aws apigateway put-integration --rest-api-id "$api" \
  --resource-id "$chapters" --http-method GET --type HTTP_PROXY \
  --integration-http-method GET --uri 'https://{{ domain }}/'
