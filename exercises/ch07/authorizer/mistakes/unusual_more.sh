# A second pool is taken as well, and an older authorizer stands beside it.
# starts: solved
# verdict: done
# visitor: Whoever signed in is let in, and users of the other pool are, too.
# lesson: Whoever an authorizer names is let in: leave nobody in it whom you do not need.
# finding: holds | pool
# says: whose users are not those of your website
other=$(aws cognito-idp create-user-pool --pool-name staff \
  --query UserPool.Id --output text)
only_authorizer --type COGNITO_USER_POOLS \
  --provider-arns "$(user_pool_arn "$other")" "$(user_pool_arn)" \
  --identity-source method.request.header.Authorization
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:check
aws apigateway create-authorizer --rest-api-id "$(rest_api)" \
  --name older --type TOKEN \
  --authorizer-uri "$uri/functions/$function/invocations" \
  --identity-source method.request.header.Authorization
