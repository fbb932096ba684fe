# A server has an app client of its own, with a secret, beside that of the pages.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: Each program has its own app client; one of them must fit the pages as a whole.
aws cognito-idp create-user-pool-client --user-pool-id "$(user_pool)" \
  --client-name a-server --generate-secret
aws cognito-idp create-user-pool-client --user-pool-id "$(user_pool)" \
  --client-name a-phone --callback-urls myapp://signed-in \
  --logout-urls myapp://signed-out
