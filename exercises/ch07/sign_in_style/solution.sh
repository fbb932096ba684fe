# Gives the classic sign-in pages CSS and a logo.
(
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)
  if [[ $pool == None ]]; then
    echo "no user pool has {{ auth_domain }}: do exercise 7.1 first" >&2
    exit 1
  fi

  # CSS is for the classic pages alone: a domain that shows managed login is
  # switched to them.
  version=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.ManagedLoginVersion)
  if [[ $version == 2 ]]; then
    certificate=$(aws cognito-idp describe-user-pool-domain \
      --domain {{ auth_domain }} --output text \
      --query DomainDescription.CustomDomainConfig.CertificateArn)
    aws cognito-idp update-user-pool-domain --domain {{ auth_domain }} \
      --user-pool-id "$pool" --managed-login-version 1 \
      --custom-domain-config "CertificateArn=$certificate"
  fi

  # The logo is a picture. As text it can be handed out with the exercise.
  base64 --decode <sign-in/logo.png.base64 >sign-in/logo.png

  # What is set for one app client is not seen by others, and outweighs what
  # is set for all. Both are given the same.
  for client in $(aws cognito-idp list-user-pool-clients --max-results 60 \
    --user-pool-id "$pool" --query 'UserPoolClients[].ClientId' \
    --output text) ALL; do
    aws cognito-idp set-ui-customization --user-pool-id "$pool" \
      --client-id "$client" --css "$(cat sign-in/style.css)" \
      --image-file fileb://sign-in/logo.png
  done
)
