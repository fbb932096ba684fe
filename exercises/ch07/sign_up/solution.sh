# Signs somebody up without a mail: an administrator makes the user, and says
# that the address is right. The variable EMAIL chooses another address.
(
  email=${EMAIL:-reader@{{ domain }}}
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)
  if [[ $pool == None ]]; then
    echo "no user pool has {{ auth_domain }}: do exercise 7.1 first" >&2
    exit 1
  fi

  # A user of this address may be there already, in whatever state.
  state=$(aws cognito-idp list-users --user-pool-id "$pool" \
    --filter "email = \"$email\"" --output text \
    --query "Users[0].UserStatus")
  if [[ $state == None ]]; then
    aws cognito-idp admin-create-user --user-pool-id "$pool" \
      --username "$email" --message-action SUPPRESS \
      --user-attributes "Name=email,Value=$email" \
        Name=given_name,Value=Reader
  fi

  # A password that nobody knows is no use, so this one is printed.
  if [[ $state != CONFIRMED ]]; then
    password="Reader-$RANDOM-$RANDOM"
    aws cognito-idp admin-set-user-password --user-pool-id "$pool" \
      --username "$email" --password "$password" --permanent
    echo "$email signs in with the password $password"
  fi
  aws cognito-idp admin-update-user-attributes \
    --user-pool-id "$pool" --username "$email" \
    --user-attributes Name=email_verified,Value=true
  aws cognito-idp admin-enable-user --user-pool-id "$pool" \
    --username "$email"
)
