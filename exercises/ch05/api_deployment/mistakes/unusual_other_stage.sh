# The stage has another name.
# starts: before
# verdict: done
# visitor: GET /chapters answers, with the stage's other name in the address.
# lesson: The name of the stage is yours to choose.
api=$(rest_api)
aws apigateway create-deployment --rest-api-id "$api" --stage-name prod
