# The authorizer is of the type Lambda, so that a function would decide.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: no method uses it yet.
# lesson: For tokens of a user pool, API Gateway needs no code of yours.
# finding: fails | authorizer
# says: of the type TOKEN
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:check
only_authorizer --type TOKEN \
  --authorizer-uri "$uri/functions/$function/invocations" \
  --identity-source method.request.header.Authorization
