# Self-service sign-up is off.
# starts: solved
# verdict: not done
# visitor: The sign-in page has no link to sign up.
# lesson: Visitors become users by themselves only where the pool lets them.
# finding: fails | sign_up
# says: administrators alone create users
aws cognito-idp update-user-pool --user-pool-id "$(user_pool)" \
  --auto-verified-attributes email \
  --admin-create-user-config AllowAdminCreateUserOnly=true
