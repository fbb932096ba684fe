# The app client was made without token revocation.
# starts: solved
# verdict: not done
# visitor: The page says that the tokens were not revoked.
# lesson: Whether tokens can be revoked is a setting of the app client.
# finding: fails | revocable
# says: token revocation off
aws cognito-idp update-user-pool-client --user-pool-id "$(user_pool)" \
  --client-id "$(app_client "$(user_pool)")" --no-enable-token-revocation
