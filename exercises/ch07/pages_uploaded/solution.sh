# Puts the pages of the chapter, and their scripts, in the bucket.
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

  # These hold CLIENT_ID where the id of the app client belongs.
  for script in auth-callback.js logout.js; do
    sed "s|CLIENT_ID|$client|g" "website/$script" |
      aws s3 cp - "s3://{{ website_bucket }}/$script" \
        --content-type text/javascript
  done
  sed "s|CLIENT_ID|$client|g" website/account/index.html |
    aws s3 cp - s3://{{ website_bucket }}/account/index.html \
      --content-type text/html

  for page in auth-callback.html logout.html; do
    aws s3 cp "website/$page" "s3://{{ website_bucket }}/$page" \
      --content-type text/html
  done
  for script in sign-in.js account/auth-check.js; do
    aws s3 cp "website/$script" "s3://{{ website_bucket }}/$script" \
      --content-type text/javascript
  done
)
