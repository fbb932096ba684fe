# A tool has given the stage another name, variables, and a throttling.
# starts: before
# verdict: done
# visitor: The invoke URL answers, a hundred times a second.
# lesson: Settings of a stage that let calls through are a matter of taste.
api=$(rest_api)
aws apigateway create-deployment --rest-api-id "$api" --stage-name dev \
  --variables alias=live
aws apigateway update-stage --rest-api-id "$api" --stage-name dev \
  --patch-operations 'op=replace,path=/*/*/throttling/rateLimit,value=100' \
  'op=replace,path=/*/*/throttling/burstLimit,value=50'
