# The only user was disabled.
# starts: solved
# verdict: not done
# visitor: The sign-in page says that the user is disabled.
# lesson: A disabled user stays in the pool, and signs in no more.
# finding: holds | confirmed
# finding: fails | enabled
# says: disabled
aws cognito-idp admin-disable-user --user-pool-id "$(user_pool)" \
  --username reader@{{ domain }}
