# The throttling of the stage lets no call through.
# starts: solved
# verdict: not done
# visitor: Every call answers 429 Too Many Requests.
# lesson: A throttling limit of 0 closes a stage.
# finding: fails | serves
# says: a limit is 0
aws apigateway update-stage --rest-api-id "$(rest_api)" --stage-name v1 \
  --patch-operations 'op=replace,path=/*/*/throttling/rateLimit,value=0' \
  'op=replace,path=/*/*/throttling/burstLimit,value=0'
