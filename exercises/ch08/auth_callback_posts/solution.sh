# Puts the callback page that posts, and its script, in the bucket.
(
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)
  if [[ $pool == None ]]; then
    echo "no user pool has {{ auth_domain }}: do exercise 7.1 first" >&2
    exit 1
  fi

  # The app client of exercise 7.1 is the one that leads to the website.
  client=None
  for id in $(aws cognito-idp list-user-pool-clients --max-results 60 \
    --user-pool-id "$pool" --query 'UserPoolClients[].ClientId' \
    --output text); do
    client=$(aws cognito-idp describe-user-pool-client \
      --user-pool-id "$pool" --client-id "$id" --output text \
      --query "[UserPoolClient] | [?ClientSecret==\`null\`] |
        [?contains(CallbackURLs || [''],
          'https://{{ domain }}/auth-callback.html')] | [0].ClientId")
    [[ $client == None ]] || break
  done
  if [[ $client == None ]]; then
    echo "no app client for the website: do exercise 7.1 first" >&2
    exit 1
  fi

  # Exercise 8.6 sets the content type of the script.
  # The script holds CLIENT_ID where the id of the app client belongs.
  sed "s|CLIENT_ID|$client|g" website/auth-callback.js |
    aws s3 cp - s3://{{ website_bucket }}/auth-callback.js
  aws s3 cp website/auth-callback.html \
    s3://{{ website_bucket }}/auth-callback.html --content-type text/html
)
