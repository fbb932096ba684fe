# The app client was made for a traditional web application: it has a secret.
# starts: solved
# verdict: not done
# visitor: After signing in, the page stays empty: Cognito answers invalid_client where it should give tokens.
# lesson: A page in a browser cannot keep a secret, so its app client must not have one.
# finding: fails | public
# says: it has a client secret
# finding: holds | callback
pool=$(user_pool)
client=$(app_client "$pool")
aws cognito-idp create-user-pool-client --user-pool-id "$pool" \
  --client-name website --generate-secret "${PAGES[@]}"
aws cognito-idp delete-user-pool-client --user-pool-id "$pool" \
  --client-id "$client"
