# Lets the app client of the website read and write the phone number.
(
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)

  # The client whose callback address is that of the website.
  client=None
  for id in $(aws cognito-idp list-user-pool-clients --max-results 60 \
    --user-pool-id "$pool" --query 'UserPoolClients[].ClientId' \
    --output text); do
    client=$(aws cognito-idp describe-user-pool-client \
      --user-pool-id "$pool" --client-id "$id" --output text \
      --query "[UserPoolClient] | [?contains(CallbackURLs || [''],
          'https://{{ domain }}/auth-callback.html')] | [0].ClientId")
    [[ $client == None ]] || break
  done
  if [[ $client == None ]]; then
    echo "no app client for the website: do exercise 7.1 first" >&2
    exit 1
  fi

  # Without lists, every standard attribute is allowed already.
  lists=$(aws cognito-idp describe-user-pool-client \
    --user-pool-id "$pool" --client-id "$client" --output text \
    --query 'UserPoolClient.[ReadAttributes,WriteAttributes][][]')
  [[ -n $lists && $lists != None ]] || exit 0

  # An update sets back what it is not given, so every setting is here.
  aws cognito-idp update-user-pool-client --user-pool-id "$pool" \
    --client-id "$client" --client-name website \
    --supported-identity-providers COGNITO \
    --allowed-o-auth-flows-user-pool-client \
    --allowed-o-auth-flows code \
    --allowed-o-auth-scopes openid profile aws.cognito.signin.user.admin \
    --callback-urls '["https://{{ domain }}/auth-callback.html"]' \
    --logout-urls '["https://{{ domain }}/logout.html"]' \
    --explicit-auth-flows ALLOW_USER_SRP_AUTH ALLOW_USER_PASSWORD_AUTH \
    ALLOW_REFRESH_TOKEN_AUTH --prevent-user-existence-errors ENABLED \
    --read-attributes email email_verified given_name phone_number \
    phone_number_verified \
    --write-attributes email given_name phone_number
)
