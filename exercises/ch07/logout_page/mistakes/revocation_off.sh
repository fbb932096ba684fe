# The app client was made without token revocation.
# starts: before
# verdict: not done
# finding: fails | revocable
# says: token revocation off
aws cognito-idp update-user-pool-client --user-pool-id "$(user_pool)" \
  --client-id "$(app_client "$(user_pool)")" --no-enable-token-revocation
