# The authorizer was made for another API.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: methods choose among the authorizers of their own API.
# lesson: An authorizer belongs to one API.
# finding: fails | authorizer
# says: an API without an authorizer
other=$(aws apigateway create-rest-api --name try \
  --endpoint-configuration types=REGIONAL --query id --output text)
aws apigateway create-authorizer --rest-api-id "$other" \
  --name website-users --type COGNITO_USER_POOLS \
  --provider-arns "$(user_pool_arn)" \
  --identity-source method.request.header.Authorization
