# Another tool writes the header in small letters, and lets results be kept for no time.
# starts: solved
# verdict: done
# visitor: Whoever signed in is let in.
# lesson: Names of headers have no capital letters of their own.
# finding: holds | header
# says: method.request.header.authorization
only_authorizer --type COGNITO_USER_POOLS \
  --provider-arns "$(user_pool_arn)" \
  --authorizer-result-ttl-in-seconds 0 \
  --identity-source method.request.header.authorization
