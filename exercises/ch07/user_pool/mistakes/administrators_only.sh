# Self-service sign-up is off.
# starts: before
# verdict: not done
# visitor: The sign-in page has no link to sign up.
# lesson: Visitors become users by themselves only where the pool lets them.
# finding: fails | sign_up
# says: administrators alone create users
create_pool --username-attributes email --auto-verified-attributes email \
  --schema Name=email,Required=true,Mutable=true \
  Name=given_name,Required=true,Mutable=true \
  --admin-create-user-config AllowAdminCreateUserOnly=true
