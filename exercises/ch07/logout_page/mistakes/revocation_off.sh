# The app client was made without token revocation.
# starts: before
# verdict: not done
# visitor: The page says that the tokens were not revoked.
# lesson: Whether tokens can be revoked is a setting of the app client.
# finding: holds | revokes
# finding: fails | revocable
# says: token revocation off
client=$(app_client "$(user_pool)")
aws cognito-idp update-user-pool-client --user-pool-id "$(user_pool)" \
  --client-id "$client" --no-enable-token-revocation
sed "s|CLIENT_ID|$client|g" website/logout.js |
  aws s3 cp - s3://{{ website_bucket }}/logout.js --content-type text/javascript
aws s3 cp website/logout.html s3://{{ website_bucket }}/logout.html \
  --content-type text/html
