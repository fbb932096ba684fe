# The sign-in pages have the domain that Cognito gives.
# starts: solved
# verdict: not done
# visitor: Signing in works at an address of Cognito's; {{ auth_domain }} leads nowhere.
# lesson: Pages keep the address of their own domain, whatever pool is behind it.
# finding: fails | domain
# says: the domain example-website
# finding: holds | client
pool=$(user_pool)
aws cognito-idp delete-user-pool-domain --domain {{ auth_domain }} \
  --user-pool-id "$pool"
aws cognito-idp create-user-pool-domain --domain example-website \
  --user-pool-id "$pool"
