# The domain was deleted again.
# starts: before
# verdict: not done
# visitor: The browser finds no sign-in page.
# lesson: The style belongs to pages that only a domain makes visible.
# finding: fails | domain
aws cognito-idp delete-user-pool-domain --domain {{ auth_domain }} \
  --user-pool-id "$(user_pool)"
