# The app client names no identity provider, as through the API by default.
# starts: solved
# verdict: not done
# visitor: The sign-in page says that no login methods are there.
# lesson: Even the users of the pool itself must be named as a provider: COGNITO.
# finding: fails | provider
# says: no identity provider
pool=$(user_pool)
client=$(app_client "$pool")
aws cognito-idp create-user-pool-client --user-pool-id "$pool" \
  --client-name website "${PAGES[@]:2}"
aws cognito-idp delete-user-pool-client --user-pool-id "$pool" \
  --client-id "$client"
