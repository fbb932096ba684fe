# Makes a user pool with an app client for the website, and gives its sign-in
# pages the domain {{ auth_domain }}.
(
  # The certificate of exercise 4.6 covers the name by its wildcard.
  certificate=None
  for arn in $(aws acm list-certificates --region us-east-1 \
    --certificate-statuses ISSUED \
    --includes keyTypes=RSA_2048,EC_prime256v1,EC_secp384r1 \
    --query 'CertificateSummaryList[].CertificateArn' --output text); do
    certificate=$(aws acm describe-certificate --region us-east-1 \
      --certificate-arn "$arn" --output text --query "[Certificate] |
        [?contains(SubjectAlternativeNames, '*.{{ domain }}')] |
        [0].CertificateArn")
    [[ $certificate == None ]] || break
  done
  if [[ $certificate == None ]]; then
    echo "no certificate for *.{{ domain }}: do exercise 4.6 first" >&2
    exit 1
  fi

  # How people sign in, and what they must tell, cannot be changed: a pool in
  # which that is right stays, another one is made beside it.
  right_pool() {
    aws cognito-idp describe-user-pool --user-pool-id "$1" --output text \
      --query "[UserPool] | [?contains(UsernameAttributes || [''], 'email')]
        | [?SchemaAttributes[?Name=='given_name' && Required && Mutable]]
        | [0].Id"
  }
  named=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)
  pool=None
  [[ $named == None ]] || pool=$(right_pool "$named")
  for id in $(aws cognito-idp list-user-pools --max-results 60 \
    --query "UserPools[?Name=='website'].Id" --output text); do
    [[ $pool == None ]] || break
    pool=$(right_pool "$id")
  done
  users=(--auto-verified-attributes email
    --admin-create-user-config AllowAdminCreateUserOnly=false
    --account-recovery-setting
    'RecoveryMechanisms=[{Name=verified_email,Priority=1}]')
  if [[ $pool == None ]]; then
    pool=$(aws cognito-idp create-user-pool --pool-name website \
      --username-attributes email "${users[@]}" \
      --schema Name=email,Required=true,Mutable=true \
      Name=given_name,Required=true,Mutable=true \
      --query UserPool.Id --output text)
  fi

  # An update resets what it does not name: a pool that is right is left alone.
  open=$(aws cognito-idp describe-user-pool --user-pool-id "$pool" \
    --output text --query "[UserPool] |
      [?contains(AutoVerifiedAttributes || [''], 'email')] |
      [?AdminCreateUserConfig.AllowAdminCreateUserOnly!=\`true\`] | [0].Id")
  [[ $open != None ]] ||
    aws cognito-idp update-user-pool --user-pool-id "$pool" "${users[@]}"

  # An app client without a secret: whoever opens a page sees all that is in it.
  client=None
  for id in $(aws cognito-idp list-user-pool-clients --max-results 60 \
    --user-pool-id "$pool" --query 'UserPoolClients[].ClientId' \
    --output text); do
    client=$(aws cognito-idp describe-user-pool-client \
      --user-pool-id "$pool" --client-id "$id" --output text \
      --query "[UserPoolClient] | [?ClientSecret==\`null\`] |
        [?ClientName=='website' || contains(CallbackURLs || [''],
          'https://{{ domain }}/auth-callback.html')] | [0].ClientId")
    [[ $client == None ]] || break
  done
  pages=(--client-name website
    --supported-identity-providers COGNITO
    --allowed-o-auth-flows-user-pool-client
    --allowed-o-auth-flows code
    --allowed-o-auth-scopes openid profile aws.cognito.signin.user.admin
    --callback-urls '["https://{{ domain }}/auth-callback.html"]'
    --logout-urls '["https://{{ domain }}/logout.html"]'
    --explicit-auth-flows ALLOW_USER_SRP_AUTH ALLOW_USER_PASSWORD_AUTH
    ALLOW_REFRESH_TOKEN_AUTH
    --prevent-user-existence-errors ENABLED)
  if [[ $client == None ]]; then
    aws cognito-idp create-user-pool-client --user-pool-id "$pool" \
      --no-generate-secret "${pages[@]}"
  else
    aws cognito-idp update-user-pool-client --user-pool-id "$pool" \
      --client-id "$client" "${pages[@]}"
  fi

  # The domain of the sign-in pages. A pool has one of its own at the most, and
  # one that Cognito gives it may stay beside that.
  if [[ $named != "$pool" ]]; then
    [[ $named == None ]] || aws cognito-idp delete-user-pool-domain \
      --domain {{ auth_domain }} --user-pool-id "$named"
    aws cognito-idp create-user-pool-domain --domain {{ auth_domain }} \
      --user-pool-id "$pool" --managed-login-version 1 \
      --custom-domain-config "CertificateArn=$certificate"
  fi
)
