# The domain shows managed login, for which there is no style; the CSS is for the classic pages.
# starts: solved
# verdict: not done
# visitor: The page says: Login pages unavailable. Please contact an administrator.
# lesson: Managed login shows a page once the app client has a style.
# finding: fails | style
# says: while the domain shows managed login
pool=$(user_pool)
certificate=$(aws acm list-certificates --region us-east-1 \
  --query 'CertificateSummaryList[0].CertificateArn' --output text)
aws cognito-idp update-user-pool-domain --domain {{ auth_domain }} \
  --user-pool-id "$pool" --managed-login-version 2 \
  --custom-domain-config "CertificateArn=$certificate"
